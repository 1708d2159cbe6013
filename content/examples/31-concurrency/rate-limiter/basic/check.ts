import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const orders = spans.named('order');
  const waits = spans.named('wait');
  const requests = metrics.named('lab.rate_limit.requests');
  const waiting = metrics.named('lab.rate_limit.wait.duration');

  const burst = expect('burst', {
    en: 'Twelve guests of sixteen do not wait: ten tokens, and two that came meanwhile',
    'zh-cn': '十六位客人里十二位不用等：桶里十个令牌，期间又来了两个',
  });
  burst.spans(orders).haveCount(16).beRoots().beInSeparateTraces().haveStatus('unset');
  for (let n = 0; n < 12; n += 1) burst.spans(orders.nth(n)).haveDurationMs(20);

  const spaced = expect('spaced', {
    en: 'The others wait, longer and longer: 200 ms from grant to grant',
    'zh-cn': '其余的要等，一个比一个久：两次放行之间 200 ms',
  });
  spaced.spans(waits).haveCount(4).beChildrenOf(orders).haveStatus('unset');
  for (const [n, ms] of [120, 280, 440, 600].entries()) {
    spaced
      .spans(waits.nth(n))
      .haveDurationMs(ms)
      .beChildrenOf(orders.nth(12 + n));
  }

  const counted = expect('counted', { en: 'Both decisions are counted', 'zh-cn': '两种决定都计了数' });
  counted.metrics(requests).beOfKind('counter').haveUnit('{request}').haveSeries(2);
  counted.metrics(requests.withAttributes({ 'lab.rate_limit.decision': 'allowed' })).haveValue(12);
  counted.metrics(requests.withAttributes({ 'lab.rate_limit.decision': 'delayed' })).haveValue(4);
  counted.metrics(waiting).beOfKind('histogram').haveUnit('s').haveSeries(1).haveCount(16).haveSum(1.44);
});
