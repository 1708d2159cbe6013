import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const guests = spans.named('serve guest');
  const selects = spans.named('select');

  const both = expect('both', { en: 'Two guests, one select each', 'zh-cn': '两位客人，各有一个 select' });
  both.spans(guests).haveCount(2).beRoots().beInSeparateTraces();
  both.spans(selects).haveCount(2).beInSeparateTraces().haveAttribute('lab.select.case.count', 3);
  both.spans(selects.nth(0)).beChildrenOf(guests.nth(0));
  both.spans(selects.nth(1)).beChildrenOf(guests.nth(1));

  const late = expect('late', {
    en: 'The timeout is an error, on the select and on what needed it',
    'zh-cn': '超时是错误，select 如此，依赖它的操作也如此',
  });
  late.spans(selects.nth(0)).haveAttribute('lab.select.chosen', 'late').haveDurationMs(50);
  late
    .spans(spans.withStatus('error'))
    .haveCount(2)
    .haveAttribute('error.type', 'timeout')
    .lackAttribute('lab.outcome');
  late.spans(guests.nth(0)).haveStatus('error');

  const quit = expect('quit', { en: 'The cancellation is none', 'zh-cn': '取消不是错误' });
  quit.spans(selects.nth(1)).haveAttribute('lab.select.chosen', 'quit').haveDurationMs(20);
  quit
    .spans(spans.withStatus('unset'))
    .haveCount(2)
    .haveAttribute('lab.outcome', 'cancelled')
    .lackAttribute('error.type');
  quit.spans(guests.nth(1)).haveStatus('unset');
});
