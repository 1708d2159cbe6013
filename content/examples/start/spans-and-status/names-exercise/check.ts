import { check, type Spans } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const shift = spans.named('shift');
  const orders = spans.childrenOf(shift);
  const failed = orders.withStatus('error');
  const names = [...new Set(orders.items.map(({ name }) => name))];

  const named = expect('names', {
    en: 'All orders share one span name, and no number is in it',
    'zh-cn': '所有订单共用一个 Span 名称，里面没有数字',
  });
  named.spans(shift).haveCount(1).beRoots();
  named.spans(orders).haveCount(numberOf(shift, 'lab.order.count'));
  named.holds(
    names.length === 1,
    { en: 'one name for all orders', 'zh-cn': '所有订单用同一个名称' },
    {
      en: `there are ${names.length}, among them ${names.slice(0, 2).join(' and ')}`,
      'zh-cn': `有 ${names.length} 个，例如 ${names.slice(0, 2).join('、')}`,
    },
    orders.items,
  );
  named
    .spans(orders)
    .satisfy({ en: 'a name without digits', 'zh-cn': '名称里没有数字' }, ({ name }) => !/\d/.test(name));

  const details = expect('details', {
    en: 'What was in the name is in attributes: lab.order.id, lab.order.table, lab.order.drink',
    'zh-cn': '名称里原有的信息进了属性：lab.order.id、lab.order.table、lab.order.drink',
  });
  details.spans(orders).haveDistinct('lab.order.id').haveAttribute('lab.order.id', isWhole);
  details.spans(orders).haveAttribute('lab.order.table', isWhole);
  details.spans(orders).haveAttribute('lab.order.drink', (drink) => typeof drink === 'string' && !/\d/.test(drink));

  const errors = expect('failed', {
    en: 'Every order that failed has status Error and the error.type RangeError',
    'zh-cn': '失败的每一单都是 Error，error.type 为 RangeError',
  });
  errors.spans(failed).haveCount(numberOf(shift, 'lab.order.failed')).haveAttribute('error.type', 'RangeError');

  expect('unset', {
    en: 'No span is Ok, and none that is not an error has an error.type',
    'zh-cn': '没有 Ok 的 Span；不是错误的，也没有 error.type',
  })
    .spans(spans)
    .satisfy(
      { en: 'Unset without error.type, or Error', 'zh-cn': '要么是不带 error.type 的 Unset，要么是 Error' },
      ({ status, attributes }) =>
        status.code === 'error' || (status.code === 'unset' && !attributes.some(({ key }) => key === 'error.type')),
    );
});

function isWhole(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value);
}

function numberOf(selection: Spans, key: string): number {
  const [value] = selection.values(key);
  return typeof value === 'number' ? value : 0;
}
