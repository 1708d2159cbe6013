import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const sends = spans.named('send orders');
  const receives = spans.named('receive orders');
  const drinks = spans.named('make drinks');

  expect('sent', { en: 'Three orders are sent', 'zh-cn': '发出三单' })
    .spans(sends)
    .haveCount(3)
    .beChildrenOf(spans.named('take orders'))
    .haveStatus('unset');

  expect('received', { en: 'What was received was sent: one link each', 'zh-cn': '收到的都是发出的：各有一条链接' })
    .spans(receives)
    .haveCount(3)
    .haveLinks(1)
    .linkTo(sends, { distinct: true })
    .beChildrenOf(drinks)
    .haveStatus('unset');

  const counted = expect('counted', { en: 'No drink is counted that nobody ordered', 'zh-cn': '没有人点的不算数' });
  counted.spans(drinks).haveCount(1).haveAttribute('lab.drink.count', 3);
  counted
    .spans(spans.named(/^(take orders|make drinks)$/))
    .haveCount(2)
    .beRoots()
    .haveStatus('unset');
});
