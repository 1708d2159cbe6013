import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const arrived = expect('arrived', {
    en: 'One span arrives, named brew coffee',
    'zh-cn': '收到一个 Span，名为 brew coffee',
  });
  arrived.spans(spans).haveCount(1);
  arrived
    .spans(spans.named('brew coffee').inService('coffee-bar'))
    .haveCount(1)
    .beRoots()
    .beOfKind('internal')
    .haveStatus('unset')
    .haveDurationMs(120);
});
