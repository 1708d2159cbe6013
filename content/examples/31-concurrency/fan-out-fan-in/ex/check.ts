import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const root = spans.named('sample');
  const shards = spans.named('process shard');
  const fanIn = spans.named('fan-in');
  const all = Number(root.values('lab.shard.count')[0] ?? 0);
  const wanted = Number(root.values('lab.sample.count')[0] ?? 0);
  const cancelled = shards.withAttribute('lab.outcome', 'cancelled');

  const ended = expect('ended', {
    en: 'Every worker that was started has ended, and before the sample was reported',
    'zh-cn': '启动过的 worker 全都结束了，而且早于抽样结束',
  });
  ended.spans(root).haveCount(1).beRoots();
  ended.spans(shards).haveCount(all).haveDistinct('lab.shard.index').beChildrenOf(root).endBeforeParent();
  ended.spans(spans).haveStatus('unset');

  expect('in-flight', { en: 'Nothing is in flight at the end', 'zh-cn': '最后没有任何一片还在进行' })
    .metrics(metrics.named('lab.fan_out.in_flight'))
    .beOfKind('upDownCounter')
    .haveValue(0);

  const sample = expect('sample', {
    en: 'The sample is made of as many shards as were wanted',
    'zh-cn': '抽样用到的片数与要求的一样多',
  });
  sample.spans(root).exist();
  sample.spans(fanIn).haveCount(1).beChildrenOf(root).haveLinks(wanted).linkTo(shards, { distinct: true });

  const called = expect('cancelled', {
    en: 'What the sample did not need was called off',
    'zh-cn': '抽样用不上的都被取消了',
  });
  called.spans(root).exist();
  called
    .spans(cancelled)
    .haveCount(all - wanted)
    .lackAttribute('error.type');
});
