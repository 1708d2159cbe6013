import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const orders = spans.named('order');
  const waits = spans.named('wait');
  const served = orders.withStatus('unset');
  const refused = orders.withStatus('error');

  const answered = expect('answered', { en: 'Two guests are served, one is refused', 'zh-cn': '两位做上了，一位被拒' });
  answered.spans(orders).haveCount(3).beRoots().beInSeparateTraces();
  answered.spans(served).haveCount(2);

  const early = expect('early', {
    en: 'The refusal comes at once, without a wait',
    'zh-cn': '拒绝当场就来，没有等待',
  });
  early.spans(refused).haveCount(1).haveAttribute('error.type', 'rate_limited').haveDurationMs(0);
  early.spans(waits.childrenOf(refused)).notExist();

  const kept = expect('kept', {
    en: 'It took no token: whoever comes next waits 200 ms, not 400',
    'zh-cn': '它没花掉令牌：后面那位等 200 ms，不是 400',
  });
  kept.spans(waits).haveCount(1).beChildrenOf(served).haveDurationMs(200).haveStatus('unset');
  kept.spans(served.where({ en: ' that waited', 'zh-cn': '等过的 ' }, (span) => !quick(span))).haveDurationMs(220);
  kept.spans(served.where({ en: ' that did not wait', 'zh-cn': '没等的 ' }, quick)).haveDurationMs(20);
});

function quick({
  startTimeUnixNano,
  endTimeUnixNano,
}: {
  startTimeUnixNano: bigint;
  endTimeUnixNano: bigint;
}): boolean {
  return endTimeUnixNano - startTimeUnixNano < 100_000_000n;
}
