import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const shift = spans.named('shift');
  const orders = spans.named('process order');
  const taken = shift.values('lab.order.count')[0];
  const failed = orders.where({ en: ' that came last', 'zh-cn': '最后一个' }, (span) => span === orders.items.at(-1));

  expect('shift', { en: 'The span of the shift arrives', 'zh-cn': '收到整个班次的 Span' })
    .spans(shift)
    .haveCount(1)
    .beRoots()
    .haveAttribute('lab.order.count');

  const complete = expect('orders', {
    en: 'Every order that was taken has a span below the shift, the last one too',
    'zh-cn': '接了几单，班次之下就有几个 Span，最后一单也在',
  });
  complete.spans(orders).beChildrenOf(shift);
  complete.holds(
    orders.length === taken,
    { en: 'as many spans as lab.order.count says', 'zh-cn': 'Span 的数目等于 lab.order.count' },
    {
      en: `there are ${orders.length}, for ${taken ?? 'no'} orders`,
      'zh-cn': `有 ${orders.length} 个，而接了 ${taken ?? 0} 单`,
    },
    orders.items,
  );

  const failure = expect('failure', {
    en: 'The order that could not be made says so: status Error and error.type',
    'zh-cn': '做不了的那一单说明了情况：状态 Error，并带 error.type',
  });
  failure.spans(orders.withStatus('error')).haveCount(1).haveAttribute('error.type', 'RangeError');
  failure.spans(failed).haveStatus('error');
});
