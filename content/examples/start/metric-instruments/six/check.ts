import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const served = metrics.named('lab.order.served');

  expect('orders', { en: 'Three orders', 'zh-cn': '三单' })
    .spans(spans.named('serve order'))
    .haveCount(3)
    .beRoots()
    .haveStatus('unset');

  const counter = expect('counter', {
    en: 'The counter has a series for each drink',
    'zh-cn': '计数器每种饮品一个序列',
  });
  counter.metrics(served).beOfKind('counter').haveUnit('{order}').haveSeries(2).haveValue(3);
  counter.metrics(served.withAttributes({ 'lab.drink': 'espresso' })).haveValue(2);

  expect('level', { en: 'One guest is still inside', 'zh-cn': '还有一位客人在里面' })
    .metrics(metrics.named('lab.guest.inside'))
    .beOfKind('upDownCounter')
    .haveUnit('{guest}')
    .haveValue(1);

  expect('spread', { en: 'The histogram has three values', 'zh-cn': '直方图里有三个值' })
    .metrics(metrics.named('lab.order.duration'))
    .beOfKind('histogram')
    .haveUnit('s')
    .haveCount(3)
    .haveSum(0.28);

  expect('reading', { en: 'The gauge has the last reading', 'zh-cn': 'Gauge 里是最后一次读数' })
    .metrics(metrics.named('lab.boiler.temperature'))
    .beOfKind('gauge')
    .haveUnit('Cel')
    .haveValue(88);

  const asked = expect('asked', { en: 'The observed ones were asked at the end', 'zh-cn': '被观察的两个在最后被问到' });
  asked.metrics(metrics.named('lab.grinder.beans')).beOfKind('counter').haveUnit('g').haveValue(54);
  asked.metrics(metrics.named('lab.cup.clean')).beOfKind('upDownCounter').haveUnit('{cup}').haveValue(17);
});
