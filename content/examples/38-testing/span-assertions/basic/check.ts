import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const tests = spans.named(/^test /);
  const sales = spans.named('sell drink');
  const prices = spans.named('look up price');
  const queries = spans.named('SELECT menu');
  const payments = spans.named('charge card');

  const passed = expect('passed', { en: 'Both tests pass', 'zh-cn': '两个测试都通过' });
  passed
    .spans(tests)
    .startInOrder('test a mocha is paid', 'test an empty card')
    .beRoots()
    .beInSeparateTraces()
    .haveStatus('unset')
    .haveAttribute('test.case.result.status', 'pass');

  const seen = expect('seen', {
    en: 'Below each test stands what it has looked at: a sale of four spans',
    'zh-cn': '每个测试下面，是它看过的东西：一次四个 Span 的销售',
  });
  seen.spans(spans).haveCount(10);
  seen.spans(sales).haveCount(2).beChildrenOf(tests).beInSeparateTraces().haveStatus('unset');
  seen.spans(prices).haveCount(2).beChildrenOf(sales).beInSeparateTraces().haveStatus('unset');
  seen.spans(queries).haveCount(2).beChildrenOf(prices).beOfKind('client').haveStatus('unset');
  seen
    .spans(payments)
    .haveCount(2)
    .beChildrenOf(sales)
    .beInSeparateTraces()
    .beOfKind('client')
    .startAfter(queries.nth(0));

  const declined = expect('declined', {
    en: 'A declined card is an error of the call, and an answer to the sale',
    'zh-cn': '卡被拒，对这次调用是错误，对销售是一个答复',
  });
  declined.spans(payments.nth(0)).haveStatus('unset').lackAttribute('error.type');
  declined.spans(payments.nth(1)).haveStatus('error').haveAttribute('error.type', 'card_declined');
  declined.spans(sales.nth(0)).haveAttribute('lab.sale.paid', true);
  declined.spans(sales.nth(1)).haveAttribute('lab.sale.paid', false);
});
