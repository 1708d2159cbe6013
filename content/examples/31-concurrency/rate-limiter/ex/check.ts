import { check, type Spans } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const open = spans.named('open the bar');
  const answers = spans.named('POST /orders');
  const drinks = spans.named('make drink');
  const allowed = answers.withAttribute('http.response.status_code', 200);
  const denied = answers.withAttribute('http.response.status_code', 429);
  const requests = metrics.named('lab.rate_limit.requests');
  const wanted = decisions(
    answers,
    numberOf(open, 'lab.rate_limit.burst'),
    numberOf(open, 'lab.rate_limit.per_second'),
  );

  const decided = expect('decided', {
    en: 'Each request gets the answer that the bucket gives: 200 with a token, 429 without',
    'zh-cn': '每个请求都照令牌桶的意思答复：有令牌 200，没有 429',
  });
  decided.spans(answers).beRoots();
  for (const [n, code] of wanted.entries()) {
    decided.spans(answers.nth(n)).haveAttribute('http.response.status_code', code);
  }

  const handled = expect('handled', {
    en: 'A drink below each 200, and none below a 429',
    'zh-cn': '每个 200 之下有一杯，429 之下没有',
  });
  handled.spans(drinks).haveCount(allowed.length).beChildrenOf(allowed);
  handled.spans(drinks.childrenOf(denied)).notExist();

  const counted = expect('counted', {
    en: 'The counter says allowed as often as there are 200s, and denied as often as 429s',
    'zh-cn': '计数器里 allowed 与 200 一样多，denied 与 429 一样多',
  });
  counted.metrics(requests).beOfKind('counter').haveSeries(2);
  counted.metrics(requests.withAttributes({ 'lab.rate_limit.decision': 'allowed' })).haveValue(allowed.length);
  counted.metrics(requests.withAttributes({ 'lab.rate_limit.decision': 'denied' })).haveValue(denied.length);

  const unset = expect('unset', {
    en: 'No span is an error: a SERVER span with 429 stays Unset',
    'zh-cn': '没有哪个 Span 是错误：429 的 SERVER Span 保持 Unset',
  });
  unset.spans(answers).beOfKind('server').lackAttribute('error.type');
  unset.spans(spans).haveStatus('unset');
});

function numberOf(selection: Spans, key: string): number {
  const [value] = selection.values(key);
  return typeof value === 'number' ? value : 0;
}

/** What a token bucket answers to requests that arrive when these spans start. */
function decisions(answers: Spans, burst: number, perSecond: number): readonly number[] {
  const cost = 1_000_000_000n / BigInt(perSecond || 1);
  const full = BigInt(burst) * cost;
  let credit = full;
  let last = answers.items[0]?.startTimeUnixNano ?? 0n;
  return answers.items.map(({ startTimeUnixNano: now }) => {
    credit = credit + now - last > full ? full : credit + now - last;
    last = now;
    if (credit < cost) return 429;
    credit -= cost;
    return 200;
  });
}
