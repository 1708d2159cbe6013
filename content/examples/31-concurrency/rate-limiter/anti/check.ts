import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const requests = metrics.named('lab.rate_limit.requests');
  const root = spans.named('scrape');

  const counted = expect('counted', {
    en: '100 decisions, two data points',
    'zh-cn': '100 次决定，两个数据点',
  });
  counted.metrics(requests).beOfKind('counter').haveUnit('{request}').haveSeries(2).haveValue(100);
  counted.metrics(requests.withAttributes({ 'lab.rate_limit.decision': 'allowed' })).haveValue(14);
  counted.metrics(requests.withAttributes({ 'lab.rate_limit.decision': 'denied' })).haveValue(86);

  const answered = expect('answered', {
    en: 'A span for each of the 14 answers, and none for a decision',
    'zh-cn': '14 次应答各有一个 Span，决定没有',
  });
  answered.spans(root).haveCount(1).beRoots();
  answered.spans(spans.named('read menu')).haveCount(14).beChildrenOf(root);
  answered.spans(spans).haveCount(15).haveStatus('unset');
});
