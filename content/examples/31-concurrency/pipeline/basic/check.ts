import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('pipeline drinks');
  const stages = spans.named(/^stage /);

  const every = expect('stages', { en: 'Three stages for each of five drinks', 'zh-cn': '五杯，每杯三个阶段' });
  for (const [index, name] of ['grind', 'brew', 'serve'].entries()) {
    every
      .spans(spans.named(`stage ${name}`))
      .haveCount(5)
      .beChildrenOf(root)
      .haveAttribute('lab.stage.name', name)
      .haveAttribute('lab.stage.index', index)
      .haveDistinct('lab.item.index');
  }

  const sequential = expect('sequential', {
    en: 'Never two stages at once: 5 × 45 ms',
    'zh-cn': '从不同时做两件事：5 × 45 ms',
  });
  sequential.spans(stages).haveCount(15).overlapAtMost(1).haveAttribute('lab.pipeline.name', 'drinks');
  sequential.spans(root).haveCount(1).beRoots().haveDurationMs(225).haveAttribute('lab.pipeline.name', 'drinks');

  expect('status', { en: 'Nothing failed', 'zh-cn': '没有失败' }).spans(spans).haveStatus('unset');
});
