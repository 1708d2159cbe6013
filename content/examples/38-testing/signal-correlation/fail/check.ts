import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, logs, expect }) => {
  const serve = spans.named('serve order');
  const zeros = '0'.repeat(32);

  const inside = expect('inside', {
    en: 'The line inside the span carries its ids',
    'zh-cn': 'Span 里的那行带着它的 ID',
  });
  inside.spans(spans).haveCount(1).beRoots().haveStatus('unset');
  inside.logs(logs.withBody('order taken')).haveCount(1).belongTo(serve);

  const outside = expect('outside', {
    en: 'The others belong to no trace: they carry no id at all',
    'zh-cn': '其余的不属于任何追踪：什么 ID 也没有',
  });
  outside.logs(logs).haveCount(4);
  outside
    .logs(logs.withBody(/opens|cold|closes/))
    .haveCount(3)
    .belongToNoTrace();

  expect('zeros', {
    en: 'By hand all three got the same id, of nobody',
    'zh-cn': '手写的 ID，三条都一样，谁的也不是',
  })
    .logs(logs.withAttribute('lab.trace_id', zeros))
    .haveCount(3)
    .belongToNoTrace();
});
