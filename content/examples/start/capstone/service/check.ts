import { check, type Expectation, type Metrics, type Spans } from '../../../../../src/checks/index.ts';
import { find, plain } from '../../../../../src/checks/values.ts';
import type { Span } from '../../../../../src/otlp/telemetry.ts';
import { serviceName } from '../../../../../src/trace/summary.ts';

/** What is on the menu in town.ts. */
const MENU = new Set(['espresso', 'tea', 'mocha', 'frappe']);
/** Each way between a guest and the bar, ns. */
const LATENCY = 5_000_000n;

export default check(({ spans, metrics, logs, expect }) => {
  const others = new Set(['street', 'bank']);
  const guests = spans.inService('street').ofKind('client');
  const bar = spans.where({ en: ' of the bar', 'zh-cn': '咖啡馆的' }, (span) => !others.has(serviceName(span)));
  const servers = bar.ofKind('server');
  const calls = bar.ofKind('client');
  const work = bar.named('make drink');
  const duration = metrics.named('http.server.request.duration');
  const records = logs.withAttribute('exception.type');
  const broken = guests.where({ en: ' who got 500', 'zh-cn': '得到 500 的' }, (guest) => codeOf(guest) === 500);

  expect('answers', {
    en: 'Every guest gets the answer that the task names',
    'zh-cn': '每位客人得到的应答和要求的一致',
  })
    .spans(guests)
    .satisfy({ en: 'the right status code', 'zh-cn': '正确的状态码' }, (guest) => codeOf(guest) === expected(guest));

  const resource = expect('resource', {
    en: 'Spans, metrics and log records all come from the service coffee-bar',
    'zh-cn': 'Span、指标和日志都来自同一个服务 coffee-bar',
  });
  const names = [...bar.items, ...metrics.series.map(({ metric }) => metric), ...logs.items].map(serviceName);
  const strange = [...new Set(names)].filter((name) => name !== 'coffee-bar').map((name) => name || '-');
  resource.spans(bar).exist();
  resource.holds(
    strange.length === 0,
    { en: 'service.name is coffee-bar everywhere', 'zh-cn': '各处的 service.name 都是 coffee-bar' },
    { en: `there is also ${strange.join(', ')}`, 'zh-cn': `还出现了 ${strange.join('、')}` },
  );

  const complete = expect('complete', {
    en: 'Nothing is missing: each request has its server span, and every span that was named as a parent has arrived',
    'zh-cn': '一个不少：每个请求都有服务端 Span，凡是被认作父 Span 的都收到了',
  });
  complete.spans(servers).haveCount(guests.length);
  complete.spans(spans).beComplete();

  named(
    expect('names', {
      en: 'The server spans are named by method and route, and say what the conventions require',
      'zh-cn': '服务端 Span 以方法和路由命名，带有约定要求的属性',
    }),
    servers,
  );

  const status = expect('status', {
    en: 'Error with error.type: on the server from 500 on, on the client from 400 on, and nowhere else',
    'zh-cn': 'Error 加 error.type：服务端 500 起，客户端 400 起，别处没有',
  });
  status.spans(servers).satisfy(fits(500), (span) => isJudged(span, 500));
  status.spans(calls).satisfy(fits(400), (span) => isJudged(span, 400));

  const inside = expect('inside', {
    en: 'The call to the bank and "make drink" stand below the request that they are for',
    'zh-cn': '对银行的调用和 "make drink" 都在所属的请求之下',
  });
  inside.spans(arrived(work)).exist().beOfKind('internal').beChildrenOf(servers);
  inside.spans(arrived(calls)).exist().beChildrenOf(servers).haveAttribute('server.address', 'bank');

  const context = expect('context', {
    en: 'One trace: the bar continues the guest’s, and the bank continues the bar’s',
    'zh-cn': '一条追踪：咖啡馆接着客人的，银行接着咖啡馆的',
  });
  context.spans(arrived(servers)).exist().beChildrenOf(guests);
  context
    .spans(arrived(spans.inService('bank')))
    .exist()
    .beChildrenOf(calls);

  measured(
    expect('duration', {
      en: 'http.server.request.duration holds every request once, in seconds, with few series',
      'zh-cn': 'http.server.request.duration 每个请求记一次，单位是秒，时间序列要少',
    }),
    duration,
    guests,
  );

  const log = expect('log', {
    en: 'One record of level error for each exception, in the trace and in a span of the bar',
    'zh-cn': '每个异常一条 error 级别的日志，属于这条追踪、属于咖啡馆的某个 Span',
  });
  const foreign = new Set(spans.items.filter((span) => others.has(serviceName(span))).map(({ spanId }) => spanId));
  const traces = new Set(guests.items.map(({ traceId }) => traceId));
  const own = records.items.filter(
    ({ traceId, spanId }) => traces.has(traceId) && spanId !== '' && !foreign.has(spanId),
  );
  log.spans(broken).exist();
  log.logs(records).haveCount(broken.length).haveLevel('error').haveAttribute('exception.type', 'NoIceError');
  log.logs(records).haveAttribute('exception.message');
  log.holds(
    own.length === records.length && new Set(own.map(({ spanId }) => spanId)).size === own.length,
    { en: 'each record carries the ids of a span of its own', 'zh-cn': '每条日志都带着各自那个 Span 的 ID' },
    { en: `${own.length} of ${records.length} do`, 'zh-cn': `${records.length} 条里有 ${own.length} 条` },
  );
});

function named(requirement: Expectation, servers: Spans): void {
  requirement
    .spans(servers)
    .exist()
    .satisfy({ en: 'the name POST /orders/:drink', 'zh-cn': '名字为 POST /orders/:drink' }, ({ name }) =>
      /^POST \/orders\/[:{]\w+\}?$/.test(name),
    )
    .haveAttribute('http.request.method', 'POST')
    .haveAttribute('http.route', /^\/orders\/[:{]\w+\}?$/)
    .haveAttribute('url.path', /^\/orders\/\w+$/)
    .haveAttribute('url.scheme', 'http')
    .haveAttribute('http.response.status_code');
}

function measured(requirement: Expectation, duration: Metrics, guests: Spans): void {
  const groups = new Set(guests.items.map(codeOf));
  const spent = guests.items.reduce(
    (sum, { startTimeUnixNano, endTimeUnixNano }) => sum + endTimeUnixNano - startTimeUnixNano - 2n * LATENCY,
    0n,
  );
  requirement
    .metrics(duration)
    .beOfKind('histogram')
    .haveUnit('s')
    .haveCount(guests.length)
    .haveSum(Number(spent) / 1e9)
    .haveSeries(groups.size)
    .haveAttribute('http.route', /^\/orders\/[:{]\w+\}?$/)
    .haveAttribute('http.request.method', 'POST')
    .haveAttribute('url.scheme', 'http');
  for (const code of groups) {
    const series = duration.withAttributes({ 'http.response.status_code': Number(code) });
    requirement.metrics(series).haveCount(guests.items.filter((guest) => codeOf(guest) === code).length);
    if (Number(code) >= 500) requirement.metrics(series).haveAttribute('error.type');
    else requirement.metrics(series).lackAttribute('error.type');
  }
}

/** Those whose parent has arrived, or that name none: what is missing is the business of "complete". */
function arrived(spans: Spans): Spans {
  const { pending } = spans.forest;
  return spans.where({ en: '', 'zh-cn': '' }, (_, row) => pending[row] === 0);
}

function fits(least: number): { readonly en: string; readonly 'zh-cn': string } {
  return {
    en: `Error with error.type exactly from ${least} on`,
    'zh-cn': `${least} 起为 Error 并带 error.type，以下都不是`,
  };
}

function isJudged(span: Span, least: number): boolean {
  const code = codeOf(span);
  const failed = typeof code === 'number' && code >= least;
  const said = find(span.attributes, 'error.type') !== undefined;
  return failed ? span.status.code === 'error' && said : span.status.code === 'unset' && !said;
}

function codeOf(span: Span): unknown {
  return read(span, 'http.response.status_code');
}

/** The status code that the task names for a guest. */
function expected(guest: Span): number {
  const drink = String(read(guest, 'lab.drink'));
  if (!MENU.has(drink)) return 404;
  const card = String(read(guest, 'lab.card'));
  if (card.startsWith('9')) return 503;
  if (!card.startsWith('4')) return 402;
  return drink === 'frappe' ? 500 : 201;
}

function read({ attributes }: Span, key: string): unknown {
  const value = find(attributes, key);
  return value && plain(value);
}
