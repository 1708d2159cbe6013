import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const requests = spans.ofKind('server');
  const answered = (code: number) => requests.withAttribute('http.response.status_code', code);
  const lost = requests.withAttribute('url.path', '/teas/1');

  const all = expect('all', { en: 'Six requests, six traces', 'zh-cn': '六个请求，六条追踪' });
  all.spans(spans).haveCount(6).beOfKind('server').beRoots().beInSeparateTraces().haveDistinct('url.path');

  const fine = expect('fine', {
    en: 'Up to 499 the span stays Unset and has no error.type',
    'zh-cn': '499 及以下，Span 保持 Unset，没有 error.type',
  });
  fine.spans(answered(200)).haveCount(1).haveStatus('unset').lackAttribute('error.type');
  fine.spans(answered(400)).haveCount(1).haveStatus('unset').lackAttribute('error.type');
  fine.spans(answered(404)).haveCount(2).haveStatus('unset').lackAttribute('error.type');

  const failed = expect('failed', {
    en: 'From 500 it is Error, with the class of what was thrown or else the code',
    'zh-cn': '从 500 起是 Error，error.type 写抛出的类名，没有抛出就写状态码',
  });
  failed.spans(answered(500)).haveCount(1).haveStatus('error').haveAttribute('error.type', 'NoSteamError');
  failed.spans(answered(503)).haveCount(1).haveStatus('error').haveAttribute('error.type', '503');

  const route = expect('route', {
    en: 'A request that no route matches has no http.route and is named by its method alone',
    'zh-cn': '没有路由匹配的请求没有 http.route，名字只有方法',
  });
  route.spans(lost).haveCount(1).lackAttribute('http.route');
  route.spans(requests.named('GET')).haveCount(1);
  route.spans(requests.named('GET /drinks/:id')).haveCount(5).haveAttribute('http.route', '/drinks/:id');
});
