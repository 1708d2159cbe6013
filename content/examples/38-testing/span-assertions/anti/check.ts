import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const tests = spans.named(/^test /);
  const lookUps = spans.named('look up price');
  const queries = spans.named('SELECT menu');

  const recorded = expect('recorded', {
    en: 'Four houses: two with a cache that works, two without',
    'zh-cn': '四处环境：两处缓存正常，两处坏了',
  });
  recorded
    .spans(tests)
    .startInOrder('test quiet', 'test busy machine', 'test cache broken', 'test cache broken, fast database')
    .beRoots()
    .beInSeparateTraces();
  recorded.spans(spans).haveCount(18);
  recorded.spans(lookUps).haveCount(8).beChildrenOf(tests).endBeforeParent().haveStatus('unset');
  recorded.spans(queries).haveCount(6).beChildrenOf(lookUps).endBeforeParent().beOfKind('client').haveStatus('unset');
  for (const [index, count] of [1, 1, 2, 2].entries()) {
    const within = queries.descendantsOf(tests.nth(index));
    recorded.spans(within).haveCount(count);
    for (let place = 0; place < count; place += 1) {
      recorded.spans(within.nth(place)).beChildrenOf(lookUps.childrenOf(tests.nth(index)).nth(place));
    }
  }

  const right = expect('right', {
    en: 'Where the cache works the test passes, on a busy machine too',
    'zh-cn': '缓存正常，测试就通过，机器再忙也一样',
  });
  for (const index of [0, 1]) {
    right.spans(tests.nth(index)).haveStatus('unset').haveAttribute('test.case.result.status', 'pass');
  }

  const wrong = expect('wrong', {
    en: 'Where the cache is broken it fails, however fast the database is',
    'zh-cn': '缓存坏了，测试就失败，数据库再快也一样',
  });
  for (const index of [2, 3]) {
    wrong
      .spans(tests.nth(index))
      .haveStatus('error', /queries, expected 1/)
      .haveAttribute('error.type', 'assertion_failed')
      .haveAttribute('test.case.result.status', 'fail');
  }
});
