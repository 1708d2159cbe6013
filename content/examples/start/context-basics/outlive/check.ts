import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const order = spans.named('serve order');

  expect('left', { en: 'The order ends as cancelled', 'zh-cn': '订单以取消告终' })
    .spans(order)
    .haveCount(1)
    .beRoots()
    .haveStatus('unset')
    .haveAttribute('lab.outcome', 'cancelled');

  expect('written', {
    en: 'The receipt is written all the same, in the trace of the order',
    'zh-cn': '小票照样写完，而且在订单的追踪里',
  })
    .spans(spans.named('write receipt'))
    .haveCount(1)
    .beChildrenOf(order)
    .haveStatus('unset')
    .lackAttribute('lab.outcome')
    .haveDurationMs(15);
});
