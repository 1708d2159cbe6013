import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, logs, expect }) => {
  const group = spans.named('fan-out');
  const shards = spans.named('process shard');
  const failed = shards.withStatus('error');
  const siblings = shards.withStatus('unset');

  expect('failed', { en: 'Shard 2 failed, and nothing else did', 'zh-cn': '失败的是第 2 片，没有别的' })
    .spans(failed)
    .haveCount(1)
    .beChildrenOf(group)
    .haveAttribute('lab.shard.index', 2)
    .haveAttribute('error.type', 'BrokenCrate');

  expect('siblings', {
    en: 'Its siblings end in the same instant, as cancelled',
    'zh-cn': '兄弟任务在同一刻结束，记为已取消',
  })
    .spans(siblings)
    .haveCount(3)
    .beChildrenOf(group)
    .haveDistinct('lab.shard.index')
    .haveAttribute('lab.outcome', 'cancelled')
    .lackAttribute('error.type')
    .haveDurationMs(20);

  expect('group', { en: 'The group fails with the same type', 'zh-cn': '整组以同样的类型失败' })
    .spans(group)
    .haveCount(1)
    .beRoots()
    .haveStatus('error')
    .haveAttribute('error.type', 'BrokenCrate')
    .haveDurationMs(20);

  const recorded = expect('recorded', { en: 'The exception is recorded once', 'zh-cn': '异常只记录一次' });
  recorded
    .logs(logs)
    .haveCount(1)
    .haveLevel('error')
    .belongTo(group)
    .haveAttribute('exception.type', 'BrokenCrate')
    .haveAttribute('exception.message', 'no bottom')
    .haveAttribute('exception.stacktrace');
  recorded.spans(spans).haveEvents();
});
