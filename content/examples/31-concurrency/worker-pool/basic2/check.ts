import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('prepare opening');
  const submits = spans.named('submit');
  const jobs = spans.named('process grind');

  const crossed = expect('crossed', {
    en: 'Each job in a thread stands below its own submit in the main program',
    'zh-cn': '线程里的每个任务，都在主程序里自己那次提交之下',
  });
  crossed.spans(root).haveCount(1).beRoots().haveStatus('unset');
  crossed.spans(submits).haveCount(4).beChildrenOf(root).haveStatus('unset').haveDistinct('lab.job.id');
  crossed.spans(jobs).haveCount(4).haveStatus('unset');
  for (let n = 1; n <= 4; n += 1) {
    const id = `b${n}`;
    crossed.spans(jobs.withAttribute('lab.job.id', id)).beChildrenOf(submits.withAttribute('lab.job.id', id));
  }

  const threads = expect('threads', {
    en: 'Two threads do the work, and neither is the main program',
    'zh-cn': '干活的是两个线程，都不是主程序',
  });
  threads.spans(jobs).haveAttribute('thread.id', (id) => id === 2 || id === 3);
  threads.spans(jobs).haveAttribute('thread.name', (name) => name === 'mill 1' || name === 'mill 2');
  threads.spans(jobs).overlapAtMost(2);
});
