import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const exported = metrics.named('otel.sdk.exporter.span.exported');

  expect('lost', { en: 'No span arrives', 'zh-cn': '一个 Span 也没收到' }).spans(spans).notExist();

  expect('counted', { en: 'The loss is counted, with its cause', 'zh-cn': '丢失的数目和原因都有记录' })
    .metrics(exported)
    .haveSeries(1)
    .beOfKind('counter')
    .haveUnit('{span}')
    .haveValue(3)
    .haveAttribute('error.type');
});
