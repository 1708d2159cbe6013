import { check } from '../../../../../src/checks/index.ts';
import type { Spans } from '../../../../../src/checks/index.ts';

export default check(({ spans, logs, expect }) => {
  const tests = spans.named(/^test /);
  const exceptions = logs.named('exception');
  // What is true is taken from the telemetry itself: the sale below each test, and the records that carry its ids.
  const inside = (test: Spans): number => exceptions.inside(spans.descendantsOf(test)).length;
  const recorded = (test: Spans): number => Number(test.values('lab.records')[0] ?? 0);
  const those = (en: string, zh: string, holds: (test: Spans) => boolean): Spans =>
    tests.where({ en, 'zh-cn': zh }, (span) => holds(spans.where({ en: '', 'zh-cn': '' }, (other) => other === span)));

  const once = those(' of sales with one record', '恰好记了一条的', (test) => inside(test) === 1);
  const accepted = expect('once', {
    en: 'One record in the sale, at whichever layer, is accepted',
    'zh-cn': '销售里恰好记了一条，不管在哪一层，都接受',
  });
  accepted.spans(spans.childrenOf(tests)).haveCount(tests.length).haveStatus('error');
  accepted.spans(once).haveStatus('unset').beRoots().haveAttribute('test.case.result.status', 'pass');

  const never = those(' of sales without a record', '一条也没记的', (test) => recorded(test) === 0);
  expect('never', { en: 'No record is refused', 'zh-cn': '一条也没记，拒绝' })
    .spans(never)
    .beRoots()
    .haveAttribute('test.case.result.status', 'fail');

  const twice = those(' of sales with several records', '记了好几条的', (test) => inside(test) > 1);
  expect('twice', { en: 'A record at each layer is refused', 'zh-cn': '每层各记一条，拒绝' })
    .spans(twice)
    .beRoots()
    .haveAttribute('test.case.result.status', 'fail');

  const outside = those(
    ' of sales whose record lies outside',
    '记在外面的',
    (test) => inside(test) === 0 && recorded(test) > 0,
  );
  expect('outside', {
    en: 'A record that carries no id of the sale is refused',
    'zh-cn': '不带这次销售的 ID 的记录，拒绝',
  })
    .spans(outside)
    .beRoots()
    .haveAttribute('test.case.result.status', 'fail');
});
