import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const tests = spans.inService('tests');

  const passed = expect('passed', { en: 'Both tests pass', 'zh-cn': '两个测试都通过' });
  passed.spans(spans).haveCount(2);
  passed.spans(tests).haveCount(2).beRoots().haveStatus('unset').haveAttribute('test.case.result.status', 'pass');

  expect('waits', {
    en: 'Each waits for two retries: 3 s that nobody has to sit through',
    'zh-cn': '各等两次重试：3 s，谁也不用真的坐等',
  })
    .spans(tests)
    .haveDurationMs(3_050);
});
