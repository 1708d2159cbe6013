import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('take stock');
  const out = spans.named('fan-out');
  const shards = spans.named('process shard');
  const fanIn = spans.named('fan-in');

  const fanned = expect('out', { en: 'Four shards are counted at once', 'zh-cn': '四片同时在数' });
  fanned.spans(root).haveCount(1).beRoots();
  fanned.spans(out).haveCount(1).beChildrenOf(root);
  fanned.spans(shards).haveCount(4).beChildrenOf(out).haveDistinct('lab.shard.index').overlap(4);
  fanned.spans(shards).haveAttribute('lab.item.count', 25);

  const merged = expect('in', {
    en: 'The merge links to each shard, in the order in which they ended',
    'zh-cn': '汇总按结束的先后链接到每一片',
  });
  merged.spans(fanIn).haveCount(1).beChildrenOf(root).haveLinks(4).linkTo(shards, { distinct: true });
  merged.spans(fanIn).satisfy({ en: 'links in order of completion', 'zh-cn': '链接按完成先后排列' }, ({ links }) => {
    const byEnd = shards.items.toSorted((a, b) => Number(a.endTimeUnixNano - b.endTimeUnixNano));
    return links.every(({ spanId }, index) => spanId === byEnd[index]?.spanId);
  });

  expect('status', { en: 'Nothing failed', 'zh-cn': '没有失败' }).spans(spans).haveCount(7).haveStatus('unset');
});
