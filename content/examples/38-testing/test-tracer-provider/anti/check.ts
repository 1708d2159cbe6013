import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const tests = spans.inService('tests');

  const both = expect('passed', { en: 'Both tests pass, side by side', 'zh-cn': '两个测试并排运行，都通过' });
  both.spans(tests).haveCount(2).beRoots().beInSeparateTraces().overlap(2);
  both.spans(tests).haveStatus('unset').haveAttribute('test.case.result.status', 'pass');

  expect('apart', {
    en: 'What the tested code recorded stays in memory: nothing of it was sent',
    'zh-cn': '被测代码记下的都留在内存里，一个也没发出去',
  })
    .spans(spans)
    .haveCount(2);
});
