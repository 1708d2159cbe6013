import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const order = spans.named('serve order');
  const steps = spans.childrenOf(order);

  const all = expect('all', { en: 'Four steps of one order', 'zh-cn': '一单，四步' });
  all.spans(order).haveCount(1).beRoots().haveStatus('error').haveDurationMs(100);
  all.spans(steps).startInOrder('grind', 'steam milk', 'brew', 'pour');

  const own = expect('own', {
    en: 'A step that misses its own deadline ends alone; the next one is run',
    'zh-cn': '错过自己的截止时间，只停自己，下一步照做',
  });
  own.spans(steps.named('grind')).haveStatus('unset').haveDurationMs(30).haveAttribute('lab.deadline.remaining', 0.05);
  own
    .spans(steps.named('steam milk'))
    .haveStatus('error')
    .haveAttribute('error.type', 'DeadlineExceeded')
    .haveDurationMs(40);

  const above = expect('above', {
    en: 'A step that asks for more than is left gets what is left, and those after it get nothing',
    'zh-cn': '要得比剩下的多，就只给剩下的；再往后的，一点也没有',
  });
  above
    .spans(steps.named('brew'))
    .haveStatus('error')
    .haveAttribute('error.type', 'DeadlineExceeded')
    .haveAttribute('lab.deadline.remaining', 0.03)
    .haveDurationMs(30);
  above.spans(steps.named('pour')).haveStatus('error').haveAttribute('lab.deadline.remaining', 0).haveDurationMs(0);
});
