import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const calls = spans.inService('coffee-bar');
  const bank = spans.inService('bank');
  const unknown = calls.withAttribute('http.response.status_code', 404);
  const reset = calls.withAttribute('error.type', 'ECONNRESET');

  const calling = expect('calling', { en: 'Five calls, one of which went well', 'zh-cn': '五次调用，一次成功' });
  calling.spans(calls).haveCount(5).beOfKind('client').beRoots().beInSeparateTraces();
  calling.spans(calls.withStatus('unset')).haveCount(1).haveAttribute('http.response.status_code', 200);

  const answered = expect('answered', {
    en: 'A 404 is an error for the client and none for the server',
    'zh-cn': '404 对客户端是错误，对服务端不是',
  });
  answered.spans(unknown).haveCount(1).haveStatus('error').haveAttribute('error.type', '404');
  answered.spans(bank.childrenOf(unknown)).haveCount(1).haveStatus('unset').lackAttribute('error.type');

  const silent = expect('silent', {
    en: 'Without an answer there is no status code, and error.type says why',
    'zh-cn': '没有应答就没有状态码，原因写在 error.type',
  });
  for (const type of ['ECONNREFUSED', 'ECONNRESET', 'DeadlineExceeded']) {
    silent
      .spans(calls.withAttribute('error.type', type))
      .haveCount(1)
      .haveStatus('error')
      .lackAttribute('http.response.status_code');
  }

  const done = expect('done', {
    en: 'Only of a broken connection is there a server span: the bank had done its work',
    'zh-cn': '没收到应答的几次里，只有连接断开的那次有服务端 Span：银行的活儿已经干完了',
  });
  done.spans(bank).haveCount(3).beOfKind('server').haveStatus('unset').beChildrenOf(calls).beWithin(calls);
  done.spans(bank.childrenOf(reset)).haveCount(1).haveAttribute('http.response.status_code', 200);
});
