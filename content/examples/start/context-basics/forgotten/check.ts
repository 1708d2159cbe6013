import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const order = spans.named('serve order');
  const pay = spans.named('pay');
  const bank = spans.named('ask bank');

  const one = expect('one', {
    en: 'One order, one trace: the bank is asked within the payment',
    'zh-cn': '一单一条追踪：询问银行是付款的一部分',
  });
  one.spans(spans).haveCount(3).beInOneTrace();
  one.spans(order).haveCount(1).beRoots();
  one.spans(pay).haveCount(1).beChildrenOf(order);
  one.spans(bank).haveCount(1).beChildrenOf(pay);

  expect('ended', {
    en: 'When the guest leaves, everything that was done for her ends',
    'zh-cn': '客人一走，为她做的事全都停下',
  })
    .spans(spans)
    .haveDurationMs(30)
    .haveStatus('unset')
    .haveAttribute('lab.outcome', 'cancelled');
});
