import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const served = metrics.named('lab.order.served');

  expect('served', { en: 'Forty orders were served', 'zh-cn': '上了四十单' })
    .spans(spans)
    .haveCount(1)
    .beRoots()
    .haveStatus('unset')
    .haveAttribute('lab.order.count', 40);

  const few = expect('few', { en: 'As many series as there are drinks', 'zh-cn': '有几种饮品，就有几个序列' });
  few.metrics(served).beOfKind('counter').haveUnit('{order}').haveValue(40).haveSeries(3);
  few.metrics(served).lackAttribute('lab.guest.id').lackAttribute('otel.metric.overflow');

  const right = expect('right', { en: 'The number of each drink is right', 'zh-cn': '每种饮品的数目都对' });
  right.metrics(served.withAttributes({ 'lab.drink': 'espresso' })).haveValue(14);
  right.metrics(served.withAttributes({ 'lab.drink': 'mocha' })).haveValue(13);
  right.metrics(served.withAttributes({ 'lab.drink': 'tea' })).haveValue(13);
});
