import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const cancelled = spans.withAttribute('lab.outcome', 'cancelled');
  const sends = spans.named('send orders');

  const cancelling = expect('cancelled', {
    en: 'The send that waited ends when it is cancelled, and is no error',
    'zh-cn': '等待中的发送在取消时结束，并且不算错误',
  });
  cancelling.spans(sends).haveCount(2).beChildrenOf(spans.named('take orders'));
  cancelling.spans(sends.nth(1)).haveAttribute('lab.outcome', 'cancelled').haveDurationMs(30);
  cancelling.spans(cancelled).haveCount(2).lackAttribute('error.type');
  cancelling.spans(spans).haveCount(5).haveStatus('unset');

  expect('undelivered', { en: 'Its value is never received', 'zh-cn': '它的值没有被任何人收到' })
    .spans(spans.named('receive orders'))
    .haveCount(1)
    .haveLinks(1)
    .linkTo(sends.first())
    .beChildrenOf(spans.named('clear up'));

  expect('tasks', { en: 'Both tasks are roots', 'zh-cn': '两个任务都是根' })
    .spans(spans.named(/^(take orders|clear up)$/))
    .haveCount(2)
    .beRoots();
});
