import { check } from '../../../../../src/checks/index.ts';
import type { Span } from '../../../../../src/otlp/telemetry.ts';

export default check(({ spans, expect }) => {
  const visits = spans.named('visit');
  const orders = spans.named('take order');
  const drinks = spans.named('make drink');
  const grinds = spans.named('grind');
  const receipts = spans.named('write receipt');

  const family = expect('family', {
    en: 'Each call stands below its caller: visit, take order, make drink, grind',
    'zh-cn': '每次调用都在调用者之下：visit、take order、make drink、grind',
  });
  family.spans(visits).exist().beRoots().beInSeparateTraces();
  family.spans(orders).haveCount(visits.length).beChildrenOf(visits);
  family.spans(drinks).exist().beChildrenOf(orders);
  family.spans(grinds).exist().beChildrenOf(drinks);

  const stopped = expect('stopped', {
    en: 'When a guest leaves, what was being made for her ends at that moment, Unset and cancelled',
    'zh-cn': '客人一走，正在为她做的当场停下，状态 Unset，记为取消',
  });
  const left = visits.where(
    { en: ' of guests who left', 'zh-cn': '中途离开的' },
    (visit) => visit.endTimeUnixNano >= leaves(visit),
  );
  stopped.spans(visits).haveAttribute('lab.guest.patience').haveStatus('unset');
  stopped.spans(left).haveAttribute('lab.outcome', 'cancelled');
  for (const work of [orders, drinks, grinds]) {
    stopped.spans(work).satisfy({ en: 'an end before the guest leaves', 'zh-cn': '在客人离开之前结束' }, (span) => {
      const visit = visits.items.find(({ traceId }) => traceId === span.traceId);
      return visit === undefined || span.endTimeUnixNano <= leaves(visit);
    });
  }

  const receipt = expect('receipt', {
    en: 'Every visit has its receipt, written to the end, also when the guest has left',
    'zh-cn': '每次到访都有小票，而且写完了，客人走了也一样',
  });
  receipt.spans(receipts).haveCount(visits.length).haveStatus('unset').lackAttribute('lab.outcome');
  receipt.spans(receipts).beChildrenOf(visits);
});

/** When the guest of a visit leaves, ns. */
function leaves(visit: Span): bigint {
  const patience = visit.attributes.find(({ key }) => key === 'lab.guest.patience')?.value;
  const ms = patience !== undefined && (patience.kind === 'int' || patience.kind === 'double') ? patience.value : 0;
  return visit.startTimeUnixNano + BigInt(ms) * 1_000_000n;
}
