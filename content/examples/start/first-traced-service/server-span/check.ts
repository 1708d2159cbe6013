import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const requests = spans.named('GET /drinks/:id');
  const work = spans.named('make drink');

  const server = expect('server', {
    en: 'Two requests leave two SERVER spans of one name, with what the conventions require',
    'zh-cn': '两个请求留下两个同名的 SERVER Span，带有约定要求的属性',
  });
  server.spans(spans).haveCount(4).haveStatus('unset');
  server
    .spans(requests)
    .haveCount(2)
    .beOfKind('server')
    .beRoots()
    .beInSeparateTraces()
    .haveDurationMs(20)
    .haveAttribute('http.request.method', 'GET')
    .haveAttribute('http.route', '/drinks/:id')
    .haveAttribute('http.response.status_code', 200)
    .haveAttribute('url.scheme', 'http')
    .haveAttribute('server.address', 'bar')
    .haveAttribute('server.port', 8080)
    .haveDistinct('url.path');

  expect('work', {
    en: 'What a request sets going hangs below its span',
    'zh-cn': '请求引发的工作挂在它的 Span 之下',
  })
    .spans(work)
    .haveCount(2)
    .beOfKind('internal')
    .beChildrenOf(requests)
    .haveDistinct('lab.drink.id');
});
