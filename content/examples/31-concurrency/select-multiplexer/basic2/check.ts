import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const selections = metrics.named('lab.select.selections');

  const counted = expect('counted', {
    en: 'Every guest is counted once, as admitted or as refused',
    'zh-cn': '每位客人恰好计数一次：进了，或者走了',
  });
  counted.metrics(selections).haveSeries(2).beOfKind('counter').haveUnit('{selection}').haveValue(8);
  counted.metrics(selections.withAttributes({ 'lab.select.chosen': 'queue' })).haveValue(5);
  counted.metrics(selections.withAttributes({ 'lab.select.chosen': 'default' })).haveValue(3);

  const prompt = expect('prompt', { en: 'The door never waits', 'zh-cn': '门口从不等待' });
  prompt.spans(spans.named('mind the door')).haveCount(1).haveDurationMs(80);
  prompt.spans(spans.named('serve')).haveCount(1).lastLongerThan(spans.named('mind the door'));
  prompt.spans(spans).haveCount(2).beRoots().haveStatus('unset');
});
