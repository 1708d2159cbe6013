import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('serve guests');
  const steps = spans.childrenOf(root);

  const below = expect('below', {
    en: 'What the context carries reaches the steps, though nobody in between passes it',
    'zh-cn': 'Context 里的值到了每一步，中间谁也没专门传它',
  });
  below.spans(root).haveCount(1).beRoots().haveStatus('unset').lackAttribute('lab.table');
  below.spans(steps).startInOrder('grind', 'brew espresso', 'carry', 'bill', 'wipe counter').haveStatus('unset');
  below.spans(steps.named('grind')).haveAttribute('lab.table', 7);
  below.spans(steps.named('brew espresso')).haveAttribute('lab.table', 7);

  const apart = expect('apart', {
    en: 'A value that is set below is not seen beside or above it',
    'zh-cn': '在下面设的值，旁边和上面都看不到',
  });
  apart.spans(steps.named('carry')).haveAttribute('lab.table', 12);
  apart.spans(steps.named('bill')).haveAttribute('lab.table', 7);
  apart.spans(steps.named('wipe counter')).lackAttribute('lab.table');
});
