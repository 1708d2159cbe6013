import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const sends = spans.named('send orders');
  const receives = spans.named('receive orders');

  const operations = expect('operations', {
    en: 'Every send stands below take orders, and every order that was sent is received',
    'zh-cn': '每次发送都在 take orders 之下，发出的每一单都被接收',
  });
  operations.spans(spans.named('take orders')).haveCount(1).beRoots();
  operations.spans(sends).beChildrenOf(spans.named('take orders'));
  operations.holds(
    sends.length === receives.length,
    { en: 'as many receives as sends', 'zh-cn': '接收与发送一样多' },
    {
      en: `${sends.length} sends, ${receives.length} receives`,
      'zh-cn': `${sends.length} 次发送，${receives.length} 次接收`,
    },
    receives.items,
  );
  operations.spans(spans).haveStatus('unset');

  expect('linked', {
    en: 'Each receive has one link, and it leads to a send',
    'zh-cn': '每次接收有一条链接，指向一次发送',
  })
    .spans(receives)
    .haveLinks(1)
    .linkTo(sends);

  const linked = new Set(receives.items.flatMap(({ links }) => links.map(({ spanId }) => spanId)));
  expect('left-out', {
    en: 'No send is left out: each has a receive that links to it',
    'zh-cn': '没有漏掉的发送：每次发送都有接收链接到它',
  })
    .spans(
      sends.where({ en: ' without a link to them', 'zh-cn': '没有被链接到的 ' }, ({ spanId }) => !linked.has(spanId)),
    )
    .notExist();

  const flat = expect('flat', {
    en: 'No receive is the child of another receive: all are below make drinks',
    'zh-cn': '没有接收是另一次接收的子 Span：都在 make drinks 之下',
  });
  flat.spans(receives).beChildrenOf(spans.named('make drinks'));
  flat.spans(spans.named('make drinks')).haveCount(1).beRoots();
});
