import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const shifts = spans.named('shift');
  const drained = shifts.withAttribute('lab.worker_pool.stop.mode', 'drain');
  const dropped = shifts.withAttribute('lab.worker_pool.stop.mode', 'drop');
  const submits = spans.named('submit');
  const jobs = spans.named('process order');

  const twice = expect('twice', { en: 'The same shift twice, seven orders each', 'zh-cn': '同一班演两遍，各有七单' });
  twice.spans(shifts).haveCount(2).beRoots().beInSeparateTraces().haveStatus('unset');
  for (const shift of [drained, dropped]) {
    twice.spans(submits.childrenOf(shift)).haveCount(7).haveDistinct('lab.job.id');
    twice.spans(jobs.descendantsOf(shift)).haveCount(6).haveDistinct('lab.job.id').overlapAtMost(2).haveStatus('unset');
    for (let n = 1; n <= 6; n += 1) {
      const own = submits.childrenOf(shift).withAttribute('lab.job.id', `o${n}`);
      twice.spans(jobs.childrenOf(own)).haveCount(1).haveAttribute('lab.job.id', `o${n}`);
    }
  }

  const refused = expect('refused', {
    en: 'The guest at the door is refused at once, in both',
    'zh-cn': '站在门口的客人当场被拒，两遍都是',
  });
  refused
    .spans(spans.withStatus('error'))
    .haveCount(2)
    .haveAttribute('error.type', 'pool_stopped')
    .haveAttribute('lab.job.id', 'o7')
    .haveDurationMs(20);
  refused.spans(submits.withStatus('unset')).haveCount(12).haveDurationMs(0);

  const drain = expect('drain', { en: 'Drained: every order is made', 'zh-cn': '做完：排着的每一单都做了' });
  drain.spans(drained).haveDurationMs(75);
  drain.spans(jobs.descendantsOf(drained)).lackAttribute('lab.job.outcome').haveDurationMs(25);

  const drop = expect('drop', {
    en: 'Dropped: four orders end where the pool stops, and say so',
    'zh-cn': '丢掉：四单止于停下的那一刻，并且写明',
  });
  const lost = jobs.descendantsOf(dropped).withAttribute('lab.job.outcome', 'dropped');
  drop.spans(dropped).haveDurationMs(25);
  drop.spans(lost).haveCount(4).haveDurationMs(0);
});
