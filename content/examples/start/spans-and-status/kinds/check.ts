import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const client = spans.ofKind('client');
  const server = spans.ofKind('server');
  const producer = spans.ofKind('producer');
  const consumer = spans.ofKind('consumer');

  expect('all', { en: 'One span of each kind, and none of them an error', 'zh-cn': '五种类型各一个，都没有出错' })
    .spans(spans)
    .haveCount(5)
    .haveStatus('unset');

  const call = expect('call', {
    en: 'The caller waits: its span encloses that of the service',
    'zh-cn': '调用方在等：它的 Span 包住了服务的 Span',
  });
  call.spans(client.inService('till')).haveCount(1).beRoots().haveDurationMs(25);
  call.spans(server.inService('coffee-bar')).haveCount(1).beChildrenOf(client).haveDurationMs(15);

  const inside = expect('inside', {
    en: 'What happens inside the service is INTERNAL, or leaves it as PRODUCER',
    'zh-cn': '服务内部的是 INTERNAL，送出去的是 PRODUCER',
  });
  inside.spans(spans.ofKind('internal').named('compute price')).haveCount(1).beChildrenOf(server);
  inside.spans(producer.named('send orders')).haveCount(1).beChildrenOf(server).haveDurationMs(5);

  expect('message', {
    en: 'The consumer begins when the sender has long ended; a link leads back',
    'zh-cn': '消费者开工时，发送方早就结束了，靠链接回指',
  })
    .spans(consumer.inService('kitchen'))
    .haveCount(1)
    .beRoots()
    .haveLinks(1)
    .linkTo(producer)
    .haveDurationMs(90);
});
