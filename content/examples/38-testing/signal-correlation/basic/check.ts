import { check } from '../../../../../src/checks/index.ts';

const ROUTE = { 'http.request.method': 'POST', 'http.route': '/orders', 'url.scheme': 'http' };

export default check(({ spans, logs, metrics, expect }) => {
  const requests = spans.named('POST /orders');
  const brews = spans.named('brew');
  const duration = metrics.named('http.server.request.duration');

  const five = expect('five', { en: 'Five requests, a trace each', 'zh-cn': '五个请求，各成一条追踪' });
  five.spans(spans).haveCount(10).haveStatus('unset');
  five.spans(requests).haveCount(5).beRoots().beInSeparateTraces().beOfKind('server');
  for (const [key, value] of Object.entries(ROUTE)) five.spans(requests).haveAttribute(key, value);
  five.spans(brews).haveCount(5).beChildrenOf(requests).beInSeparateTraces().endBeforeParent();

  const graph = expect('graph', {
    en: 'The histogram counts what the traces show, and has an exemplar for each bucket that is not empty',
    'zh-cn': '直方图的计数跟追踪对得上，每个不空的桶都有一个样例',
  });
  graph
    .metrics(duration.withAttributes({ ...ROUTE, 'http.response.status_code': 201 }))
    .haveSeries(1)
    .beOfKind('histogram')
    .haveUnit('s')
    .haveCount(5)
    .haveExemplarsOf(requests);
  const exemplars = duration.series.flatMap((series) => series.exemplars);
  graph.holds(
    exemplars.length === 5,
    { en: 'an exemplar for each of the five', 'zh-cn': '五个请求各有一个样例' },
    { en: `there are ${exemplars.length}`, 'zh-cn': `有 ${exemplars.length} 个` },
  );

  const found = expect('found', {
    en: 'From the slow bucket to the trace, and from the trace to the line that says why',
    'zh-cn': '从慢的桶到追踪，再从追踪到说明原因的那一行',
  });
  const request = requests.where({ en: ' of the slow exemplar', 'zh-cn': '慢样例所指的' }, ({ spanId }) =>
    exemplars.some((exemplar) => exemplar.spanId === spanId && Number(exemplar.value) > 0.5),
  );
  found.spans(request).haveCount(1).haveDurationMs(640);
  found.logs(logs).haveCount(5).belongTo(brews);
  found.logs(logs.atLeast('warn')).haveCount(1).belongTo(brews.childrenOf(request));
});
