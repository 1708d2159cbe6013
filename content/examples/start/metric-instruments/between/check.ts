import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  expect('rushes', { en: 'Three rushes of half a minute', 'zh-cn': '三次高峰，每次半分钟' })
    .spans(spans.named('rush'))
    .haveCount(3)
    .beRoots()
    .haveDurationMs(30_000)
    .haveStatus('unset');

  expect('queue', { en: 'The queue is empty whenever somebody looks', 'zh-cn': '每次去看，队里都没人' })
    .metrics(metrics.named('lab.queue.size'))
    .beOfKind('upDownCounter')
    .haveUnit('{guest}')
    .haveValue(0);

  expect('waits', { en: 'Every guest who waited is in the histogram', 'zh-cn': '等过的每位客人都在直方图里' })
    .metrics(metrics.named('lab.queue.wait.duration'))
    .beOfKind('histogram')
    .haveUnit('s')
    .haveCount(90)
    .haveSum(1305);
});
