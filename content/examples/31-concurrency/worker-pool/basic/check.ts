import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const root = spans.named('prepare opening');
  const submits = spans.named('submit');
  const jobs = spans.named('process roast');
  const duration = metrics.named('lab.worker_pool.job.duration');

  const bounded = expect('bounded', {
    en: 'Nine jobs, and never more than three at once',
    'zh-cn': '九个任务，同时运行的从不超过三个',
  });
  bounded.spans(root).haveCount(1).beRoots().haveStatus('unset');
  bounded.spans(jobs).haveCount(9).haveDistinct('lab.job.id').overlap(3).overlapAtMost(3);
  bounded.spans(jobs).haveAttribute('lab.worker.id', (id) => id === 1 || id === 2 || id === 3);

  const waiting = expect('waiting', {
    en: 'A full queue makes the eighth and ninth submit wait',
    'zh-cn': '队列满了，第八次和第九次提交只好等',
  });
  waiting.spans(submits).haveCount(9).beChildrenOf(root).haveStatus('unset');
  waiting.spans(submits.nth(6)).haveDurationMs(0);
  waiting.spans(submits.nth(7)).haveDurationMs(35_000);
  waiting.spans(submits.nth(8)).haveDurationMs(10_000);

  const parents = expect('parents', {
    en: 'Each job stands below its own submit',
    'zh-cn': '每个任务都在自己那次提交之下',
  });
  for (let n = 1; n <= 9; n += 1) {
    const id = `b${n}`;
    parents.spans(jobs.withAttribute('lab.job.id', id)).beChildrenOf(submits.withAttribute('lab.job.id', id));
  }

  const failed = expect('failed', {
    en: 'The burnt batch is an error, on its span and in the histogram, and stops no worker',
    'zh-cn': '烤焦的那批是错误，Span 和直方图上都有，但没有拖垮 worker',
  });
  failed.spans(spans.withStatus('error')).haveCount(1).haveAttribute('error.type', 'burnt');
  failed.spans(jobs.withAttribute('lab.job.id', 'b5')).haveStatus('error');
  failed.spans(jobs.withStatus('unset')).haveCount(8).lackAttribute('error.type');
  failed.metrics(duration).beOfKind('histogram').haveUnit('s').haveSeries(2).haveCount(9).haveSum(405);
  failed
    .metrics(duration.withAttributes({ 'error.type': 'burnt' }))
    .haveCount(1)
    .haveSum(45);

  const empty = expect('empty', {
    en: 'In the end nobody waits and nobody works',
    'zh-cn': '最后没人在等，也没人在干',
  });
  empty.metrics(metrics.named('lab.worker_pool.queue.size')).beOfKind('upDownCounter').haveUnit('{job}').haveValue(0);
  empty.metrics(metrics.named('lab.worker_pool.active')).beOfKind('upDownCounter').haveUnit('{worker}').haveValue(0);
});
