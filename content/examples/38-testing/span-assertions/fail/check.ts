import { check } from '../../../../../src/checks/index.ts';

const DIFF = [
  '  sell drink (internal)',
  '    look up price (internal)',
  '-     SELECT menu (client)',
  '+   SELECT menu (client)',
  '    charge card (client)',
].join('\n');

export default check(({ spans, expect }) => {
  const tests = spans.named(/^test /);
  const sales = spans.named('sell drink');
  const steps = spans.named(/^(look up price|SELECT menu|charge card)$/);

  const broken = expect('broken', {
    en: 'In all three sales the query hangs from the sale, not from the look-up',
    'zh-cn': '三次销售里，查询都挂在销售下面，没有挂在查价下面',
  });
  broken.spans(tests).startInOrder('test by number', 'test by yes and no', 'test by tree').beRoots();
  broken.spans(sales).haveCount(3).beChildrenOf(tests).beInSeparateTraces().haveStatus('unset');
  broken.spans(steps).haveCount(9).beChildrenOf(sales).haveStatus('unset');
  broken.spans(spans.named('SELECT menu')).haveCount(3).beInSeparateTraces().beOfKind('client');
  broken.spans(spans.named('charge card')).haveCount(3).beInSeparateTraces().beOfKind('client');

  expect('blind', { en: 'Counting does not notice', 'zh-cn': '数个数发现不了' })
    .spans(tests.nth(0))
    .haveStatus('unset')
    .haveAttribute('test.case.result.status', 'pass');

  expect('mute', { en: 'A yes or no notices and does not say what', 'zh-cn': '是或否发现了，却说不出是什么' })
    .spans(tests.nth(1))
    .haveStatus('error', 'expected true, found false')
    .haveAttribute('error.type', 'assertion_failed')
    .haveAttribute('test.case.result.status', 'fail');

  expect('tree', {
    en: 'A tree shows where the query is missing and where it is',
    'zh-cn': '树指出查询少在哪里、多在哪里',
  })
    .spans(tests.nth(2))
    .haveStatus('error', DIFF)
    .haveAttribute('error.type', 'assertion_failed')
    .haveAttribute('test.case.result.status', 'fail');
});
