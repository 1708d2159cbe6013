import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const requests = spans.ofKind('server');
  const duration = metrics.named('http.server.request.duration');
  const drinks = duration.withAttributes({ 'http.route': '/drinks/:id' });

  const span = expect('spans', { en: 'Seven requests, each with its span', 'zh-cn': '七个请求，各有一个 Span' });
  span.spans(spans).haveCount(7).beOfKind('server').beRoots().beInSeparateTraces();
  span.spans(requests.named('GET /drinks/:id')).haveCount(5);
  span.spans(requests.withStatus('error')).haveCount(1).haveAttribute('error.type', '500');

  const metric = expect('metric', {
    en: 'A histogram of seconds holds what the spans lasted',
    'zh-cn': '一个以秒为单位的直方图，装着各个 Span 的时长',
  });
  metric.metrics(duration).beOfKind('histogram').haveUnit('s').haveCount(7).haveSum(1.2);
  metric
    .metrics(drinks.withAttributes({ 'http.response.status_code': 200 }))
    .haveSeries(1)
    .haveCount(4)
    .haveSum(0.9);

  const series = expect('series', {
    en: 'One series for each combination of route and answer, four of them',
    'zh-cn': '每种“路由加应答”一个时间序列，共四个',
  });
  series
    .metrics(duration)
    .haveSeries(4)
    .haveAttribute('http.request.method', 'GET')
    .haveAttribute('url.scheme', 'http')
    .lackAttribute('url.path');
  series
    .metrics(drinks.withAttributes({ 'error.type': '500' }))
    .haveSeries(1)
    .haveCount(1);
  series
    .metrics(duration.withAttributes({ 'http.response.status_code': 404 }))
    .haveSeries(1)
    .lackAttribute('http.route');
});
