import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const submits = spans.named('submit');
  const jobs = spans.named('process order');
  const duration = metrics.named('lab.worker_pool.job.duration');
  const [size] = spans.named('open the bar').values('lab.worker_pool.size');
  const workers = typeof size === 'number' ? size : 0;
  const types = new Set(submits.values('lab.job.type'));

  const once = expect('jobs', {
    en: 'Every order that was submitted is made, once',
    'zh-cn': '提交的每一单都做了，且只做一次',
  });
  once.spans(submits).beChildrenOf(spans.named('take order')).haveDistinct('lab.job.id');
  once.spans(jobs).haveCount(submits.length).haveDistinct('lab.job.id');
  once.spans(spans.named('take order')).beRoots().beInSeparateTraces().haveCount(submits.length);
  once.spans(spans).haveStatus('unset');

  const parents = expect('parents', {
    en: 'Each job stands below the submit span with its lab.job.id',
    'zh-cn': '每个任务都在 lab.job.id 与它相同的 submit 之下',
  });
  parents.spans(jobs).beChildrenOf(submits);
  for (const id of jobs.values('lab.job.id')) {
    const own = String(id);
    parents.spans(jobs.withAttribute('lab.job.id', own)).beChildrenOf(submits.withAttribute('lab.job.id', own));
  }

  expect('bounded', {
    en: 'Never more jobs at once than there are workers',
    'zh-cn': '同时进行的任务不超过 worker 的人数',
  })
    .spans(jobs)
    .overlapAtMost(workers);

  const metric = expect('metric', {
    en: 'The histogram has every job, a series for each type, and no id',
    'zh-cn': '直方图里有每一个任务，每种类型一条序列，没有 ID',
  });
  metric.metrics(duration).beOfKind('histogram').haveUnit('s').haveCount(submits.length);
  metric.metrics(duration).lackAttribute('lab.job.id').haveAttribute('lab.job.type').haveSeries(types.size);
});
