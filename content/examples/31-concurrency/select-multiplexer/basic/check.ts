import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const root = spans.named('buy beans');
  const asks = spans.named(/^ask /);
  const choice = spans.named('select');
  const others = spans.named('note the others');

  const asked = expect('asked', { en: 'Three roasters are asked at once', 'zh-cn': '同时问三家' });
  asked.spans(root).haveCount(1).beRoots();
  asked.spans(asks).haveCount(3).beChildrenOf(root).overlap(3);

  expect('first', { en: 'The select ends with the first answer', 'zh-cn': '最先到的答复一来，select 就结束' })
    .spans(choice)
    .haveCount(1)
    .beChildrenOf(root)
    .haveAttribute('lab.select.case.count', 3)
    .haveAttribute('lab.select.chosen', 'harbour')
    .endBefore(asks);

  const untouched = expect('untouched', {
    en: 'The other answers are received later',
    'zh-cn': '其余答复后来照样收到',
  });
  untouched.spans(others).haveCount(1).beChildrenOf(root).startAfter(choice).haveDurationMs(25);
  untouched.spans(spans).haveCount(6).haveStatus('unset');
});
