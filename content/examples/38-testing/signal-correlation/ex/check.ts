import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, logs, metrics, expect }) => {
  const shift = spans.named('morning shift');
  const serves = spans.named('serve order');
  const failed = serves.withStatus('error');
  const errors = logs.atLeast('error');
  const durations = metrics.named('lab.order.duration');

  const lines = expect('lines', {
    en: 'Every ERROR record stands in the order that failed, one for each',
    'zh-cn': '每条 ERROR 日志都在失败的那一单里，一单一条',
  });
  lines.spans(shift).haveCount(1).beRoots().haveStatus('unset');
  lines.spans(serves).exist().beChildrenOf(shift);
  lines.spans(failed).exist().haveAttribute('error.type', 'BeanShortage');
  lines.logs(errors).haveCount(failed.length).belongTo(failed);
  for (const place of failed.items.keys()) lines.logs(errors.inside(failed.nth(place))).haveCount(1);

  const bar = expect('service', {
    en: 'All three signals come from the service "coffee-bar"',
    'zh-cn': '三种信号都来自服务 "coffee-bar"',
  });
  bar.spans(serves.inService('coffee-bar')).haveCount(serves.length);
  bar.metrics(durations.inService('coffee-bar')).exist();
  const named = new Set(
    logs.items.flatMap(({ resource }) => resource.attributes.filter(({ key }) => key === 'service.name')),
  );
  const names = [...named].map(({ value }) => (value.kind === 'string' ? value.value : '?'));
  bar.holds(
    logs.length > 0 && names.every((name) => name === 'coffee-bar'),
    { en: 'log records of "coffee-bar"', 'zh-cn': '"coffee-bar" 的日志' },
    { en: `they come from ${names.join(', ') || 'nobody'}`, 'zh-cn': `它们来自 ${names.join('、') || '无'}` },
  );

  const reason = expect('reason', {
    en: 'The metric counts failures under the same error.type as the spans',
    'zh-cn': '指标按与 Span 相同的 error.type 给失败计数',
  });
  const short = durations.withAttributes({ 'error.type': 'BeanShortage' });
  const well = durations.where({ en: ' without error.type', 'zh-cn': '没有 error.type 的' }, ({ attributes }) =>
    attributes.every(({ key }) => key !== 'error.type'),
  );
  reason.metrics(durations).haveSeries(2).beOfKind('histogram').haveUnit('s');
  reason.metrics(short).haveSeries(1).haveCount(failed.length);
  reason
    .metrics(well)
    .haveSeries(1)
    .haveCount(serves.length - failed.length);
});
