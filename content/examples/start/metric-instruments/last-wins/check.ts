import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const drinks = spans.named('make drink');
  const duration = metrics.named('lab.drink.duration');

  expect('made', { en: 'Twelve drinks, each a trace of its own', 'zh-cn': '十二杯，每杯一条追踪' })
    .spans(drinks)
    .haveCount(12)
    .beRoots()
    .beInSeparateTraces()
    .haveStatus('unset');

  expect('all', { en: 'The metric knows of all twelve', 'zh-cn': '指标知道全部十二杯' })
    .metrics(duration)
    .beOfKind('histogram')
    .haveUnit('s')
    .haveSeries(1)
    .haveCount(12)
    .haveSum(5.525);

  const buckets = duration.series.flatMap(({ metric }) =>
    metric.data.kind === 'histogram' ? metric.data.points.flatMap(({ bucketCounts }) => bucketCounts.map(Number)) : [],
  );
  expect('slow', { en: 'It can tell that three took more than a second', 'zh-cn': '它说得出有三杯超过一秒' }).holds(
    buckets.slice(-2).reduce((sum, count) => sum + count, 0) === 3,
    { en: 'three values in the buckets above 1 s', 'zh-cn': '1 s 以上的桶里有三个值' },
    { en: `the buckets hold ${buckets.join(', ')}`, 'zh-cn': `各桶为 ${buckets.join('、')}` },
  );
});
