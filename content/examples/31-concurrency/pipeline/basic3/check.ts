import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('pipeline breakfast');
  const serves = spans.named('stage serve');
  const brews = spans.named('stage brew');
  const slices = spans.named('stage slice');

  const every = expect('stages', { en: 'Four stages, three orders', 'zh-cn': '四个阶段，三单' });
  for (const name of ['brew', 'bake', 'slice', 'serve']) {
    every
      .spans(spans.named(`stage ${name}`))
      .haveCount(3)
      .beChildrenOf(root)
      .haveDistinct('lab.item.index')
      .overlapAtMost(1);
  }

  const joined = expect('joined', {
    en: 'What is served links to one brew and one slice, of the same order',
    'zh-cn': '上桌的每一单都链接到同一单的一次冲煮和一次切块',
  });
  joined
    .spans(serves)
    .haveLinks(2)
    .linkTo(spans.named(/^stage (brew|slice)$/), { distinct: true });
  for (let order = 0; order < 3; order += 1) {
    const serve = serves.withAttribute('lab.item.index', order);
    joined.spans(serve).startAfter(brews.withAttribute('lab.item.index', order));
    joined.spans(serve).startAfter(slices.withAttribute('lab.item.index', order));
    joined.spans(serve).linkTo(spans.named(/^stage (brew|slice)$/).withAttribute('lab.item.index', order));
  }
  joined.spans(slices).linkTo(spans.named('stage bake'), { distinct: true });

  const parallel = expect('parallel', {
    en: 'The branches overlap; the slower one decides: 3 × 30 + 5 ms',
    'zh-cn': '两路重叠，由较慢的一路决定：3 × 30 + 5 ms',
  });
  parallel.spans(spans.named(/^stage (brew|bake)$/)).overlap(2);
  parallel.spans(root).haveCount(1).beRoots().haveDurationMs(95).haveAttribute('lab.pipeline.name', 'breakfast');
  parallel.spans(spans).haveStatus('unset');
});
