import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const duration = metrics.named('http.server.request.duration');

  const traced = expect('spans', {
    en: 'Every request has a span that knows its path',
    'zh-cn': '每个请求都有一个 Span，知道自己的路径',
  });
  traced
    .spans(spans)
    .haveCount(24)
    .beOfKind('server')
    .beRoots()
    .beInSeparateTraces()
    .haveStatus('unset')
    .haveDistinct('url.path');
  traced.spans(spans.named('GET /guests/:id')).haveCount(20);
  traced.spans(spans.named('GET')).haveCount(4);

  const counted = expect('counted', { en: 'All 24 requests are counted', 'zh-cn': '24 个请求都数到了' });
  counted.metrics(duration).beOfKind('histogram').haveUnit('s').haveCount(24).haveSum(0.4);

  const series = expect('series', {
    en: 'One series for the guests, and one without a route for everything that does not exist',
    'zh-cn': '客人一个时间序列；不存在的路径合用一个，没有路由',
  });
  series.metrics(duration).haveSeries(2);
  series
    .metrics(duration.withAttributes({ 'http.route': '/guests/:id' }))
    .haveSeries(1)
    .haveCount(20);
  series
    .metrics(duration.withAttributes({ 'http.response.status_code': 404 }))
    .haveSeries(1)
    .haveCount(4)
    .lackAttribute('http.route');
});
