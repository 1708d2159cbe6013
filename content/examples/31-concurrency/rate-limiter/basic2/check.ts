import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const visits = spans.named('visit');
  const waits = spans.named('wait');
  const sits = spans.named('sit');

  const parties = expect('parties', { en: 'Four parties come and sit', 'zh-cn': '来了四拨客人，都坐下了' });
  parties.spans(visits).haveCount(4).beRoots().beInSeparateTraces();
  parties.spans(sits).haveCount(4);
  parties.spans(spans).haveCount(11).haveStatus('unset');
  for (const [n, weight] of [2, 3, 1, 1].entries()) {
    parties.spans(visits.nth(n)).haveAttribute('lab.semaphore.weight', weight);
    parties.spans(sits.childrenOf(visits.nth(n))).haveCount(1);
  }

  const [two, three, one, other] = [0, 1, 2, 3].map((n) => sits.childrenOf(visits.nth(n)));
  const held = expect('held', {
    en: 'Never more than three seats are taken: the party of three sits alone',
    'zh-cn': '占用的座位从不超过三个：三个人的那拨独占',
  });
  if (two && three && one && other) {
    held.spans(three).startAfter(two).haveDurationMs(20);
    held.spans(one).startAfter(three).haveDurationMs(10);
    held.spans(other).startAfter(three).haveDurationMs(10);
  }

  const fifo = expect('fifo', {
    en: 'First come, first served: those who need one seat wait though one is free',
    'zh-cn': '先来后到：只要一个座位的也在等，尽管明明空着一个',
  });
  fifo.spans(waits).haveCount(3);
  for (const [n, ms] of [25, 40, 35].entries()) {
    fifo
      .spans(waits.nth(n))
      .beChildrenOf(visits.nth(n + 1))
      .haveDurationMs(ms);
  }
});
