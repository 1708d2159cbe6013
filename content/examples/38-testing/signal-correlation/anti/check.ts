import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, logs, expect }) => {
  const serves = spans.named('serve order');
  const of = (drink: string) => serves.withAttribute('lab.drink', drink);

  const orders = expect('orders', {
    en: 'Two orders overlap, and the mocha fails',
    'zh-cn': '两单同时进行，摩卡失败了',
  });
  orders.spans(spans).haveCount(2);
  orders.spans(serves).haveCount(2).beRoots().beInSeparateTraces().overlap(2);
  orders.spans(of('mocha')).haveCount(1).haveStatus('error', 'no drink').haveAttribute('error.type', 'Jam');
  orders.spans(of('tea')).haveCount(1).haveStatus('unset');

  const belong = expect('belong', {
    en: 'Every line stands in the span of the order that it speaks of',
    'zh-cn': '每行日志都在它所说的那一单的 Span 里',
  });
  belong.logs(logs).haveCount(4);
  belong.logs(logs.withAttribute('lab.drink', 'mocha')).haveCount(2).belongTo(of('mocha'));
  belong.logs(logs.withAttribute('lab.drink', 'tea')).haveCount(2).belongTo(of('tea'));

  expect('error', { en: 'The error stands where the failure is', 'zh-cn': '错误在失败的地方' })
    .logs(logs.atLeast('error'))
    .haveCount(1)
    .belongTo(serves.withStatus('error'));
});
