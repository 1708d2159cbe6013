import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const tests = spans.inService('tests');

  const first = expect('late', {
    en: 'A test that reads after the shutdown fails',
    'zh-cn': '关闭之后才读的测试会失败',
  });
  first.spans(tests).startInOrder('test reads after shutdown', 'test expects nothing, and gets it', 'test reads first');
  first.spans(tests).beRoots();
  first
    .spans(tests.nth(0))
    .haveStatus('error', 'expected 2, found 0')
    .haveAttribute('error.type', 'assertion_failed')
    .haveAttribute('test.case.result.status', 'fail');

  expect('blind', {
    en: 'One that expects nothing passes, whatever happened',
    'zh-cn': '什么都不指望的测试，发生什么都会通过',
  })
    .spans(tests.nth(1))
    .haveStatus('unset')
    .haveAttribute('test.case.result.status', 'pass');

  expect('first', { en: 'One that reads first passes for a reason', 'zh-cn': '先读再关的，通过得有道理' })
    .spans(tests.nth(2))
    .haveStatus('unset')
    .haveAttribute('test.case.result.status', 'pass');
});
