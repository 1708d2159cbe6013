import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, logs, expect }) => {
  const root = spans.named('pipeline drinks');
  const grinds = spans.named('stage grind');
  const brews = spans.named('stage brew');

  expect('failed', { en: 'The second stage fails, once', 'zh-cn': '第二阶段失败，只一次' })
    .spans(brews)
    .haveCount(1)
    .beChildrenOf(root)
    .haveStatus('error')
    .haveAttribute('error.type', 'OutOfWater')
    .haveAttribute('lab.stage.name', 'brew')
    .haveAttribute('lab.item.index', 0);

  expect('downstream', { en: 'The third stage has no span', 'zh-cn': '第三阶段没有 Span' })
    .spans(spans.named('stage serve'))
    .notExist();

  const upstream = expect('upstream', {
    en: 'The first stage is cancelled in the middle of its work, in the same instant',
    'zh-cn': '第一阶段在同一刻被取消，活只干了一半',
  });
  upstream.spans(grinds).haveCount(3).beChildrenOf(root).haveStatus('unset').lackAttribute('error.type');
  upstream
    .spans(grinds.withAttribute('lab.outcome', 'cancelled'))
    .haveCount(1)
    .haveDurationMs(5)
    .haveAttribute('lab.item.index', 2);

  expect('pipeline', { en: 'The pipeline fails with the same type', 'zh-cn': '流水线以同样的类型失败' })
    .spans(root)
    .haveCount(1)
    .beRoots()
    .haveStatus('error')
    .haveAttribute('error.type', 'OutOfWater')
    .haveDurationMs(25);

  expect('recorded', { en: 'The exception is recorded once', 'zh-cn': '异常只记录一次' })
    .logs(logs)
    .haveCount(1)
    .haveLevel('error')
    .belongTo(root)
    .haveAttribute('exception.type', 'OutOfWater')
    .haveAttribute('exception.message', 'the tank is empty')
    .haveAttribute('exception.stacktrace');
});
