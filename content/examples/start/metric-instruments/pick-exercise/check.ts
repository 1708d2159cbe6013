import { check, type Spans } from '../../../../../src/checks/index.ts';

export default check(({ spans, metrics, expect }) => {
  const served = spans.named('serve');
  const drinks = numbers(served, 'lab.order.size').reduce((sum, count) => sum + count, 0);
  const seconds = served.items.reduce(
    (sum, { startTimeUnixNano, endTimeUnixNano }) => sum + Number(endTimeUnixNano - startTimeUnixNano) / 1e9,
    0,
  );

  const growing = expect('growing', {
    en: 'Drinks sold and beans used: how much since the start, and never less',
    'zh-cn': '卖出的杯数、用掉的豆子：开业以来一共多少，只增不减',
  });
  growing.spans(served).exist().beRoots().haveStatus('unset');
  growing.metrics(metrics.named('lab.drink.sold')).beOfKind('counter').haveUnit('{drink}').haveValue(drinks);
  growing
    .metrics(metrics.named('lab.bean.used'))
    .beOfKind('counter')
    .haveUnit('g')
    .haveValue(drinks * 9);

  const level = expect('level', {
    en: 'Guests inside and cups in use: how many just now, which is none in the end',
    'zh-cn': '店里的客人、在用的杯子：此刻有多少，最后都是零',
  });
  level.metrics(metrics.named('lab.guest.inside')).beOfKind('upDownCounter').haveUnit('{guest}').haveValue(0);
  level.metrics(metrics.named('lab.cup.used')).beOfKind('upDownCounter').haveUnit('{cup}').haveValue(0);

  const reading = expect('reading', {
    en: 'Boiler and tank: the last reading, which nobody adds up',
    'zh-cn': '锅炉和水箱：最后一次读数，没有人会把它们加起来',
  });
  reading
    .metrics(metrics.named('lab.boiler.temperature'))
    .beOfKind('gauge')
    .haveUnit('Cel')
    .haveValue(numbers(served, 'lab.boiler.temperature').at(-1) ?? 0);
  reading
    .metrics(metrics.named('lab.tank.level'))
    .beOfKind('gauge')
    .haveUnit('1')
    .haveValue(numbers(served, 'lab.tank.level').at(-1) ?? 0);

  const spread = expect('spread', {
    en: 'Waits, in seconds, and sizes of orders: every value, so that one can ask how they are spread',
    'zh-cn': '等待（以秒计）和每单大小：每个值都在，才能问它们怎么分布',
  });
  spread
    .metrics(metrics.named('lab.wait.duration'))
    .beOfKind('histogram')
    .haveUnit('s')
    .haveCount(served.length)
    .haveSum(seconds);
  spread
    .metrics(metrics.named('lab.order.size'))
    .beOfKind('histogram')
    .haveUnit('{drink}')
    .haveCount(served.length)
    .haveSum(drinks);
});

function numbers(selection: Spans, key: string): readonly number[] {
  return selection.values(key).filter((value) => typeof value === 'number');
}
