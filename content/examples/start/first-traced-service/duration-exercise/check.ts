import { check } from '../../../../../src/checks/index.ts';
import { find, plain } from '../../../../../src/checks/values.ts';
import type { Span } from '../../../../../src/otlp/telemetry.ts';

/** The boundaries that the conventions give for durations of HTTP, in seconds. */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

export default check(({ spans, metrics, expect }) => {
  const requests = spans.ofKind('server');
  const duration = metrics.named('http.server.request.duration');

  const instrument = expect('instrument', {
    en: 'http.server.request.duration is a histogram with the unit s',
    'zh-cn': 'http.server.request.duration 是直方图，单位是 s',
  });
  instrument.spans(spans).exist().beOfKind('server').beRoots().beInSeparateTraces();
  instrument.metrics(duration).beOfKind('histogram').haveUnit('s');

  const lasted = requests.items.reduce((sum, span) => sum + secondsOf(span), 0);
  expect('seconds', {
    en: 'It holds every request once, and in seconds: the sum is that of the spans',
    'zh-cn': '每个请求记一次，单位是秒：总和等于各个 Span 的时长之和',
  })
    .metrics(duration)
    .haveCount(requests.length)
    .haveSum(lasted);

  const bounds = duration.series.map(({ metric: { data } }) =>
    data.kind === 'histogram' ? data.points.map(({ explicitBounds }) => explicitBounds.join(' ')) : [],
  );
  const shown = bounds.flat()[0] ?? '';
  expect('boundaries', {
    en: 'Its boundaries are those of the conventions',
    'zh-cn': '边界是约定给出的那些',
  }).holds(
    bounds.length > 0 && bounds.flat().every((list) => list === BOUNDARIES.join(' ')),
    { en: `boundaries at ${BOUNDARIES.join(', ')}`, 'zh-cn': `边界为 ${BOUNDARIES.join('、')}` },
    {
      en: shown === '' ? 'there is no such histogram' : `they are at ${shown.replaceAll(' ', ', ')}`,
      'zh-cn': shown === '' ? '没有这样的直方图' : `边界为 ${shown.replaceAll(' ', '、')}`,
    },
  );

  const series = expect('series', {
    en: 'One series for each combination of method, route and status code; without a route where none matched',
    'zh-cn': '每种“方法、路由、状态码”的组合一个时间序列；没有匹配的就不带路由',
  });
  const groups = Map.groupBy(requests.items, groupOf);
  series
    .metrics(duration)
    .haveSeries(groups.size)
    .haveAttribute('url.scheme', 'http')
    .haveAttribute('http.request.method', 'GET');
  for (const [first, ...rest] of groups.values()) {
    if (first === undefined) continue;
    const route = text(first, 'http.route');
    const code = { 'http.response.status_code': Number(text(first, 'http.response.status_code')) };
    const own =
      route === undefined
        ? duration
            .withAttributes(code)
            .where({ en: ' without a route', 'zh-cn': '不带路由的' }, (one) => !find(one.attributes, 'http.route'))
        : duration.withAttributes({ 'http.route': route, ...code });
    series.metrics(own).haveCount(rest.length + 1);
  }

  const failed = expect('failed', {
    en: 'What failed has error.type on the metric as on the span, and nothing else has it',
    'zh-cn': '失败的在指标上也带 error.type，和 Span 上的一样；其余的都没有',
  });
  const errors = requests.withStatus('error');
  failed
    .metrics(duration.where({ en: ' with error.type', 'zh-cn': '带 error.type 的' }, isFailed))
    .haveCount(errors.length)
    .haveAttribute('error.type', (value) => errors.values('error.type').includes(value));
});

function isFailed({ attributes }: { readonly attributes: Span['attributes'] }): boolean {
  return find(attributes, 'error.type') !== undefined;
}

function secondsOf({ startTimeUnixNano, endTimeUnixNano }: Span): number {
  return Number(endTimeUnixNano - startTimeUnixNano) / 1e9;
}

function text({ attributes }: Span, key: string): string | undefined {
  const value = find(attributes, key);
  return value && String(plain(value));
}

function groupOf(span: Span): string {
  return ['http.request.method', 'http.route', 'http.response.status_code'].map((key) => text(span, key)).join(' ');
}
