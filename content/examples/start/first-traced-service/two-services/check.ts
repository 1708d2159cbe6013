import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const bar = spans.inService('coffee-bar').named('GET /drinks/:id');
  const call = spans.inService('coffee-bar').named('GET');
  const roastery = spans.inService('roastery').named('GET /beans/:kind');

  const family = expect('family', {
    en: 'One trace: the server span of the second service stands below the client span of the first',
    'zh-cn': '一条追踪：第二个服务的服务端 Span，在第一个服务的客户端 Span 之下',
  });
  family.spans(spans).haveCount(3).beInOneTrace().haveStatus('unset').haveAttribute('http.response.status_code', 200);
  family.spans(bar).haveCount(1).beOfKind('server').beRoots();
  family.spans(call).haveCount(1).beOfKind('client').beChildrenOf(bar);
  family.spans(roastery).haveCount(1).beOfKind('server').beChildrenOf(call).haveAttribute('url.path', '/beans/arabica');

  const wire = expect('wire', {
    en: 'The client span is longer than the server span by the way there and back',
    'zh-cn': '客户端 Span 比服务端 Span 长，长出的正是来回路上的时间',
  });
  wire.spans(roastery).beWithin(call).haveDurationMs(30);
  wire
    .spans(call)
    .haveDurationMs(40)
    .haveAttribute('server.address', 'roastery')
    .haveAttribute('server.port', 8081)
    .haveAttribute('url.full', 'http://roastery:8081/beans/arabica');
});
