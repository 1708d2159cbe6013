import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const duration = metrics.named('lab.channel.operation.duration');

  expect('size', { en: 'Two orders are left in the channel', 'zh-cn': 'Channel 里还剩两单' })
    .metrics(metrics.named('lab.channel.queue.size'))
    .haveSeries(1)
    .beOfKind('upDownCounter')
    .haveUnit('{item}')
    .haveValue(2)
    .haveAttribute('lab.channel.name', 'orders');

  const waiting = expect('waiting', {
    en: 'Sends waited 0.1 s in all, receives 0.01 s: the receiver is the slow side',
    'zh-cn': '发送一共等了 0.1 s，接收只等了 0.01 s：慢的是接收方',
  });
  waiting.metrics(duration).haveSeries(2).beOfKind('histogram').haveUnit('s');
  waiting
    .metrics(duration.withAttributes({ 'lab.channel.operation': 'send' }))
    .haveCount(6)
    .haveSum(0.1);
  waiting
    .metrics(duration.withAttributes({ 'lab.channel.operation': 'receive' }))
    .haveCount(4)
    .haveSum(0.01);

  expect('tasks', {
    en: 'No span for each item: two tasks, two spans',
    'zh-cn': '不为每一项建 Span：两个任务，两个 Span',
  })
    .spans(spans)
    .haveCount(2)
    .beRoots()
    .haveStatus('unset');
});
