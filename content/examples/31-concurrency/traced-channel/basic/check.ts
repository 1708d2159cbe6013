import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const tasks = spans.named(/^(take orders|make drinks)$/);
  const sends = spans.named('send orders');
  const receives = spans.named('receive orders');

  expect('tasks', { en: 'Two tasks, a trace each', 'zh-cn': '两个任务，各有一条追踪' })
    .spans(tasks)
    .haveCount(2)
    .beRoots()
    .beInSeparateTraces()
    .haveStatus('unset');

  const operations = expect('operations', {
    en: 'Each send and receive is a span of its task',
    'zh-cn': '每次发送和接收都是所属任务下的一个 Span',
  });
  operations.spans(sends).haveCount(5).beChildrenOf(spans.named('take orders'));
  operations.spans(receives).haveCount(5).beChildrenOf(spans.named('make drinks'));
  operations
    .spans(spans.named(/ orders$/).withAttribute('lab.channel.name'))
    .haveCount(10)
    .beOfKind('internal')
    .haveStatus('unset')
    .haveAttribute('lab.channel.name', 'orders')
    .haveAttribute('lab.channel.capacity', 2);

  expect('links', {
    en: 'Each receive links to the one send that it received from',
    'zh-cn': '每次接收恰好链接到对应的那次发送',
  })
    .spans(receives)
    .haveLinks(1)
    .linkTo(sends, { distinct: true });

  const pressure = expect('pressure', {
    en: 'The first receive waits, and so does the last send',
    'zh-cn': '第一次接收在等，最后一次发送也在等',
  });
  pressure.spans(receives.first()).haveDurationMs(10);
  pressure.spans(sends.nth(4)).haveDurationMs(10);
});
