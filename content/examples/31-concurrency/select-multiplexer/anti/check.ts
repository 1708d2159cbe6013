import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const work = spans.named('work');
  const receives = spans.named(/^receive /);
  const drinks = spans.named('make drink');

  expect('received', { en: 'Three orders are received', 'zh-cn': '收到三单' })
    .spans(receives)
    .haveCount(3)
    .haveDistinct('lab.channel.name')
    .beChildrenOf(work)
    .haveStatus('unset');

  const made = expect('made', { en: 'A drink for each order that was received', 'zh-cn': '收了几单就做几杯' });
  made.spans(drinks).haveCount(3).beChildrenOf(work).haveStatus('unset').overlapAtMost(1);
  made.spans(work).haveCount(1).beRoots().haveAttribute('lab.drink.count', 3).haveStatus('unset');

  const waiting = expect('waiting', {
    en: 'What is not yet wanted stays in its queue: the later receives come after the first drink',
    'zh-cn': '还轮不到的就留在队列里：后两次接收在第一杯做完之后',
  });
  waiting.spans(receives.nth(1)).startAfter(drinks.nth(0));
  waiting.spans(receives.nth(2)).startAfter(drinks.nth(1));
});
