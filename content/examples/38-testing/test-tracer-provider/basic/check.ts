import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const tests = spans.inService('tests');

  expect('passed', { en: 'The test passes', 'zh-cn': '测试通过' })
    .spans(tests)
    .haveCount(1)
    .beRoots()
    .haveStatus('unset')
    .haveAttribute('test.case.name', 'a mocha leaves two spans')
    .haveAttribute('test.case.result.status', 'pass')
    .haveDurationMs(50);

  expect('apart', { en: 'Nothing of the tested code was sent', 'zh-cn': '被测代码的 Span 一个也没发出去' })
    .spans(spans)
    .haveCount(1);
});
