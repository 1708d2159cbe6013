import { check } from '../../../../../src/checks/index.ts';
import { find, plain } from '../../../../../src/checks/values.ts';

export default check(({ spans, metrics, expect }) => {
  const making = spans.named('make drinks');
  const selections = metrics.named('lab.select.selections');
  const sizes = metrics.named('lab.channel.queue.size');
  const [offered] = spans.named('take orders').values('lab.order.count');
  const names = sizes.series.map(({ attributes }) => nameOf(attributes, 'lab.channel.name'));
  const shares = names.map((name) => selections.withAttributes({ 'lab.select.chosen': name }).total);
  const rounds = typeof offered === 'number' ? offered / names.length : 0;

  const made = expect('made', { en: 'A drink for every round', 'zh-cn': '每一轮都做出一杯' });
  made.spans(spans).haveCount(2).beRoots().haveStatus('unset');
  made.spans(making).haveCount(1).haveAttribute('lab.drink.count', rounds);

  const counted = expect('counted', {
    en: 'Every selection is counted under the name of its queue',
    'zh-cn': '每次选择都记在所选队列的名下',
  });
  counted.metrics(selections).beOfKind('counter').haveValue(rounds);
  counted.metrics(selections).haveAttribute('lab.select.chosen', (chosen) => names.some((name) => name === chosen));

  const least = Math.ceil((0.75 * rounds) / names.length);
  const list = names.map((name, index) => `${name} ${shares[index] ?? 0}`).join(', ');
  expect('fair', {
    en: 'Every queue gets at least three quarters of an even share',
    'zh-cn': '每个队列至少得到平均份额的四分之三',
  }).holds(
    rounds > 0 && shares.every((share) => share >= least),
    {
      en: `each of ${names.length} queues chosen at least ${least} times in ${rounds}`,
      'zh-cn': `${rounds} 轮中，${names.length} 个队列各至少被选中 ${least} 次`,
    },
    { en: `they were chosen: ${list}`, 'zh-cn': `实际被选中：${list}` },
    making.items,
  );

  expect('untouched', {
    en: 'What was not chosen is still in its queue',
    'zh-cn': '没被选中的还留在队列里',
  })
    .metrics(sizes)
    .haveValue(rounds * names.length - rounds);
});

function nameOf(attributes: Parameters<typeof find>[0], key: string): string {
  const value = find(attributes, key);
  return value === undefined ? '' : String(plain(value));
}
