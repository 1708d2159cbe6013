import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const orders = spans.named('serve order');
  const failed = orders.withStatus('error');

  const errors = expect('errors', {
    en: 'Each of the three orders that failed is an error, with its kind and its reason',
    'zh-cn': '失败的三单都是错误，类别和原因俱全',
  });
  errors.spans(orders).haveCount(5).beRoots().beInSeparateTraces();
  errors.spans(failed).haveCount(3);
  errors.spans(orders.nth(1)).haveStatus('error', 'the card was refused').haveAttribute('error.type', 'card_refused');
  errors.spans(orders.nth(2)).haveStatus('error', 'no oat milk').haveAttribute('error.type', 'out_of_stock');
  errors.spans(orders.nth(4)).haveStatus('error', 'no clean cup').haveAttribute('error.type', 'out_of_stock');

  expect('unset', { en: 'What went well is left Unset', 'zh-cn': '顺利的保持 Unset' })
    .spans(orders.withStatus('unset'))
    .haveCount(2)
    .lackAttribute('error.type');
});
