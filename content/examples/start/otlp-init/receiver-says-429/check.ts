import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  expect('once', { en: 'The span arrives, and arrives once', 'zh-cn': 'Span 收到了，而且只收到一次' })
    .spans(spans.named('brew coffee').inService('coffee-bar'))
    .haveCount(1)
    .beRoots()
    .haveStatus('unset')
    .haveDurationMs(120);
});
