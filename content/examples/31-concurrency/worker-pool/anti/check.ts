import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const visits = spans.named('visit');
  const submits = spans.named('submit');
  const orders = spans.named('process order');

  const guests = expect('guests', {
    en: 'A trace for each guest, and no other',
    'zh-cn': '每位客人一条追踪，此外没有',
  });
  guests.spans(spans.roots()).haveCount(2).beInSeparateTraces().haveStatus('unset');
  guests.spans(visits).haveCount(2).beRoots();
  guests.spans(submits).haveCount(4).haveStatus('unset');
  guests.spans(orders).haveCount(4).haveDistinct('lab.job.id').haveStatus('unset').overlapAtMost(1);

  const own = expect('own', {
    en: 'Each order is processed below its own submit',
    'zh-cn': '每一单都在自己的 submit 之下处理',
  });
  for (const [guest, drinks] of [
    ['a', 3],
    ['b', 1],
  ] as const) {
    const visit = visits.withAttribute('lab.guest.id', guest);
    own.spans(submits.childrenOf(visit)).haveCount(drinks);
    own
      .spans(orders.descendantsOf(visit))
      .haveCount(drinks)
      .beChildrenOf(submits.childrenOf(visit))
      .haveAttribute('lab.job.id', new RegExp(`^${guest}`))
      .haveAttribute('lab.worker.id', 1);
  }
  for (let n = 0; n < 4; n += 1) own.spans(orders.childrenOf(submits.nth(n))).haveCount(1);
});
