import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const batches = spans.named('batch');
  const drinks = spans.named('make drink').inService('coffee-bar');
  const ids = new Set(drinks.items.map(({ spanId }) => spanId));
  const made = batches.values('lab.batch.drinks').reduce<number>((sum, n) => sum + Number(n), 0);

  const once = expect('once', {
    en: 'Every drink arrives, and arrives once, however often it was tried',
    'zh-cn': '每杯都送到，而且只送到一次，不管试了几次',
  });
  once.spans(batches).exist().beRoots().haveStatus('unset');
  once.spans(drinks).haveCount(made).haveStatus('unset');
  once.holds(
    ids.size === drinks.length,
    { en: 'no span twice', 'zh-cn': '没有重复的 Span' },
    {
      en: `${drinks.length} arrived, ${ids.size} different ones`,
      'zh-cn': `收到 ${drinks.length} 个，不同的有 ${ids.size} 个`,
    },
    drinks.items,
  );

  expect('failures', {
    en: 'The exporter fails as often as it was told to, and then works',
    'zh-cn': '让它失败几次就失败几次，然后正常',
  })
    .spans(batches)
    .satisfy({ en: 'one attempt more than failures', 'zh-cn': '尝试比失败多一次' }, ({ attributes }) => {
      const [failures, attempts] = ['lab.batch.failures', 'lab.export.attempts'].map((key) => {
        const value = attributes.find((attribute) => attribute.key === key)?.value;
        return value?.kind === 'int' ? Number(value.value) : -1;
      });
      return attempts === (failures ?? 0) + 1;
    });

  expect('reason', {
    en: 'Each failure has a reason, "unavailable"',
    'zh-cn': '每次失败都说明原因："unavailable"',
  })
    .spans(batches)
    .satisfy({ en: 'only the reason "unavailable"', 'zh-cn': '原因都是 "unavailable"' }, ({ attributes }) => {
      const value = attributes.find(({ key }) => key === 'lab.export.errors')?.value;
      return (
        value?.kind === 'array' &&
        value.value.every((reason) => reason.kind === 'string' && reason.value === 'unavailable')
      );
    });
});
