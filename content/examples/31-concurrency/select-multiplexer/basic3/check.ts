import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('serve both queues');
  const drinks = spans.named('make drink');

  const served = expect('served', { en: 'Every order of both queues is made', 'zh-cn': '两个队列的每一单都做了' });
  served.spans(drinks).haveCount(5).beChildrenOf(root).haveStatus('unset').overlapAtMost(1);
  served.spans(drinks.withAttribute('lab.channel.name', 'counter')).haveCount(2);
  served.spans(drinks.withAttribute('lab.channel.name', 'phone')).haveCount(3);

  expect('turns', {
    en: 'Five orders and two closings: seven selections, none of them idle',
    'zh-cn': '五单加两次关闭：选择七次，没有一次空转',
  })
    .spans(root)
    .haveCount(1)
    .beRoots()
    .haveAttribute('lab.select.count', 7)
    .haveStatus('unset');
});
