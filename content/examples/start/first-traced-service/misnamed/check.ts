import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const requests = spans.ofKind('server');
  const failed = requests.withAttribute('error.type');

  const name = expect('name', {
    en: 'Four requests for one route have one name',
    'zh-cn': '同一路由的四个请求共用一个名字',
  });
  name.spans(spans).haveCount(4).beOfKind('server').beRoots().beInSeparateTraces();
  name.spans(requests.named('GET /drinks/:id')).haveCount(4).haveAttribute('http.route', '/drinks/:id');

  const failure = expect('failure', {
    en: 'The request that was answered with 500 is an error, and the others are not',
    'zh-cn': '以 500 应答的请求是错误，其余的不是',
  });
  failure.spans(failed).haveCount(1).haveStatus('error').haveAttribute('error.type', '500');
  failure.spans(requests.withStatus('unset')).haveCount(3);
});
