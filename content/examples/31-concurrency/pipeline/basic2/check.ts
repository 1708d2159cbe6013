import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('pipeline drinks');
  const brews = spans.named('stage brew');

  const every = expect('stages', {
    en: 'Each stage does one drink at a time, five in all',
    'zh-cn': '每个阶段一次做一杯，一共五杯',
  });
  for (const name of ['grind', 'brew', 'serve']) {
    every
      .spans(spans.named(`stage ${name}`))
      .haveCount(5)
      .beChildrenOf(root)
      .haveDistinct('lab.item.index')
      .overlapAtMost(1)
      .haveStatus('unset');
  }

  expect('overlap', { en: 'Different stages work at the same time', 'zh-cn': '不同的阶段同时在做' })
    .spans(spans.named(/^stage /))
    .overlap(2);

  const sooner = expect('sooner', {
    en: 'The slowest stage never rests: 10 + 5 × 30 + 5 ms',
    'zh-cn': '最慢的阶段一刻不停：10 + 5 × 30 + 5 ms',
  });
  sooner.spans(root).haveCount(1).beRoots().haveStatus('unset').haveDurationMs(165);
  for (let n = 1; n < 5; n += 1) {
    sooner.spans(spans.named('stage grind').nth(n)).startAfter(spans.named('stage grind').nth(n - 1));
    sooner
      .spans(brews.nth(n))
      .satisfy(
        { en: 'a start in the instant in which the one before ended', 'zh-cn': '前一杯结束的那一刻开始' },
        (span) => span.startTimeUnixNano === brews.nth(n - 1).items[0]?.endTimeUnixNano,
      );
  }
});
