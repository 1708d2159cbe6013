import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const order = spans.named('serve order');
  const brew = spans.named('brew');

  const children = expect('children', {
    en: 'Three spans were started with the context of the order, and stand side by side below it',
    'zh-cn': '三个 Span 用订单的 Context 开始，并排在它下面',
  });
  children.spans(order).haveCount(1).beRoots().haveStatus('unset');
  children.spans(spans.childrenOf(order)).startInOrder('grind beans', 'brew', 'pour').beSiblings().haveStatus('unset');

  expect('grandchild', {
    en: 'One was started with the inner context, and is a child of the child',
    'zh-cn': '一个用里层的 Context 开始，是子 Span 的子 Span',
  })
    .spans(spans.named('steam milk'))
    .haveCount(1)
    .beChildrenOf(brew)
    .haveStatus('unset');

  const alone = expect('alone', {
    en: 'One had a context without a span: it is a trace of its own',
    'zh-cn': '一个的 Context 里没有 Span：它自成一条追踪',
  });
  alone.spans(spans.named('clean up')).haveCount(1).beRoots().haveStatus('unset');
  alone.spans(spans.roots()).haveCount(2).beInSeparateTraces();
  alone.spans(spans).haveCount(6);
});
