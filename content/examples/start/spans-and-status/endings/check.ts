import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const orders = spans.named('serve order');
  const grinds = spans.named('grind');

  const fine = expect('fine', { en: 'Success is Unset, and nothing else', 'zh-cn': '成功就是 Unset，别无他话' });
  fine.spans(orders).haveCount(5).beRoots();
  fine.spans(orders.nth(0)).haveStatus('unset').lackAttribute('error.type').lackAttribute('lab.outcome');

  const failed = expect('failed', {
    en: 'What cannot be done, and what takes too long, are errors of their own kinds',
    'zh-cn': '做不成和超时都是错误，各有各的类别',
  });
  failed.spans(orders.nth(1)).haveStatus('error', 'no oat milk').haveAttribute('error.type', 'out_of_stock');
  failed.spans(orders.nth(3)).haveStatus('error').haveAttribute('error.type', 'DeadlineExceeded').haveDurationMs(20);

  expect('cancelled', { en: 'A guest who leaves is no error', 'zh-cn': '客人走了不算错误' })
    .spans(orders.nth(2))
    .haveStatus('unset')
    .lackAttribute('error.type')
    .haveAttribute('lab.outcome', 'cancelled')
    .haveDurationMs(10);

  const saved = expect('saved', {
    en: 'The failed attempt is an error; the order that a second one saved is not',
    'zh-cn': '失败的那次尝试是错误，被第二次救回来的订单不是',
  });
  saved.spans(grinds).haveCount(2).beChildrenOf(orders.nth(4));
  saved.spans(grinds.nth(0)).haveStatus('error').haveAttribute('error.type', 'grinder_jammed');
  saved.spans(grinds.nth(1)).haveStatus('unset');
  saved.spans(orders.nth(4)).haveStatus('unset').lackAttribute('error.type');
});
