import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('fan-out');
  const shards = spans.named('process shard');

  const once = expect('once', { en: 'Every crate is counted once: 100 in all', 'zh-cn': '每箱只数一次：一共 100 箱' });
  once.spans(shards).haveCount(4).beChildrenOf(root).haveStatus('unset').overlap(4);
  const counted = shards.values('lab.item.count').reduce<number>((sum, count) => sum + Number(count), 0);
  once.holds(
    counted === 100,
    { en: 'the shards hold 100 crates together', 'zh-cn': '各片一共 100 箱' },
    { en: `they hold ${counted}`, 'zh-cn': `实际 ${counted} 箱` },
    shards.items,
  );

  expect('sum', { en: 'The sum is the stock', 'zh-cn': '总数就是库存' })
    .spans(root)
    .haveCount(1)
    .beRoots()
    .haveStatus('unset')
    .haveAttribute('lab.bottle.count', 600);

  expect('faster', { en: 'It takes a quarter of the time', 'zh-cn': '只用四分之一的时间' })
    .spans(root)
    .haveDurationMs(25);
});
