import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const drinks = spans.named('make drink');

  expect('arrived', { en: 'Every drink that was made has its span', 'zh-cn': '做了几杯，就有几个 Span' })
    .spans(drinks)
    .haveCount(3)
    .beRoots()
    .haveStatus('unset');
});
