import { check } from '../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const pool = spans.named('pool');
  const words = { en: 'There is one pool', 'zh-cn': '只有一个 pool' };
  expect('pool', words).spans(pool).haveCount(1).beRoots();
  const jobs = spans.named('process report');

  expect('jobs', { en: 'Every report has one span, inside the pool', 'zh-cn': '每份报表有一个 span，都在 pool 之内' })
    .spans(jobs)
    .haveCount(7)
    .beChildrenOf(pool);

  expect('status', { en: 'Nothing failed', 'zh-cn': '没有失败' }).spans(spans).haveStatus('unset');

  expect('bounded', { en: 'At most three reports are processed at once', 'zh-cn': '同时处理的报表不超过三份' })
    .spans(jobs)
    .overlapAtMost(3);
});
