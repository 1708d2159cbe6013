import { check } from '../../../../../src/checks/index.ts';
import type { Spans } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('pipeline drinks');
  const grinds = spans.named('stage grind');
  const brews = spans.named('stage brew');
  const serves = spans.named('stage serve');
  const number = (key: string): number => Number(root.values(key)[0] ?? 0);
  const machines = number('lab.machine.count');

  const all = expect('all', {
    en: 'Every drink is ground, brewed and served, once and in this order',
    'zh-cn': '每一杯都按次序磨豆、冲煮、上桌，各一次',
  });
  all.spans(root).haveCount(1).beRoots();
  for (const stage of [grinds, brews, serves]) {
    all.spans(stage).haveCount(number('lab.item.count')).haveDistinct('lab.item.index').beChildrenOf(root);
  }
  for (const item of grinds.values('lab.item.index')) {
    const of = (stage: Spans): Spans => stage.withAttribute('lab.item.index', Number(item));
    all.spans(of(brews)).startAfter(of(grinds));
    all.spans(of(serves)).startAfter(of(brews));
  }
  all.spans(spans).haveStatus('unset');

  const wide = expect('wide', {
    en: 'All machines brew at the same time',
    'zh-cn': '所有机器曾经同时在冲煮',
  });
  wide.spans(root).exist();
  wide.spans(brews).overlap(machines);

  const limits = expect('machines', {
    en: 'Never more than the machines of the house, one grinder and one waiter at work',
    'zh-cn': '同时工作的机器不超过店里的台数，磨豆机只有一台，服务员只有一位',
  });
  limits.spans(root).exist();
  limits.spans(brews).overlapAtMost(machines);
  limits.spans(grinds).overlapAtMost(1);
  limits.spans(serves).overlapAtMost(1);

  const room = number('lab.channel.capacity') + 2;
  const deepest = depth(grinds, brews);
  const bounded = expect('bounded', {
    en: 'No heap of ground coffee: the buffer, and one in the hands on either side of it',
    'zh-cn': '咖啡粉不堆积：只有缓冲区里的，加上两头手上各一份',
  });
  bounded.spans(root).exist();
  bounded.holds(
    grinds.length > 0 && deepest <= room,
    { en: `at most ${room} ground and not yet brewing`, 'zh-cn': `磨好而未冲煮的至多 ${room} 份` },
    { en: `at one moment there were ${deepest}`, 'zh-cn': `最多时有 ${deepest} 份` },
    grinds.items,
  );
});

/** How many items at most had left one stage and not entered the next. */
function depth(from: Spans, to: Spans): number {
  const moments = from.items.map(({ endTimeUnixNano }) => endTimeUnixNano);
  const waiting = (at: bigint): number =>
    from.items.filter(({ endTimeUnixNano }) => endTimeUnixNano <= at).length -
    to.items.filter(({ startTimeUnixNano }) => startTimeUnixNano <= at).length;
  return Math.max(0, ...moments.map(waiting));
}
