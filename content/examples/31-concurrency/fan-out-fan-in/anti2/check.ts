import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('weigh sacks');

  expect('ended', {
    en: 'Both merging tasks have ended: a span of each was exported',
    'zh-cn': '两个合并任务都结束了，各导出一个 Span',
  })
    .spans(spans.named('fan-in'))
    .haveCount(2)
    .beChildrenOf(root)
    .haveStatus('unset');

  expect('called-off', {
    en: 'They end when they are called off, before the work is over',
    'zh-cn': '喊停时就结束，早于整个工作',
  })
    .spans(spans.named('fan-in'))
    .endBeforeParent()
    .haveDurationMs(30);

  expect('root', { en: 'One root, no failure', 'zh-cn': '一个根，没有失败' })
    .spans(root)
    .haveCount(1)
    .beRoots()
    .haveStatus('unset');
});
