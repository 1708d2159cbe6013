import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, logs, expect }) => {
  const root = spans.named('pipeline drinks');
  const brew = spans.named('stage brew');

  const failed = expect('failed', {
    en: 'The stage and the pipeline have failed, and say of what',
    'zh-cn': '阶段和流水线都失败了，并且说明了类型',
  });
  failed.spans(root).haveCount(1).beRoots().haveStatus('error').haveAttribute('error.type', 'OutOfWater');
  failed.spans(brew).haveCount(1).beChildrenOf(root).haveStatus('error').haveAttribute('error.type', 'OutOfWater');

  const rest = expect('rest', {
    en: 'The stage before is fine, the one after has no span',
    'zh-cn': '前一阶段正常，后一阶段没有 Span',
  });
  rest.spans(spans.named('stage grind')).haveCount(1).beChildrenOf(root).haveStatus('unset');
  rest.spans(spans).haveCount(3);

  const once = expect('once', {
    en: 'The exception is recorded once: in a log record, not on the spans',
    'zh-cn': '异常只记录一次：在日志里，不在 Span 上',
  });
  once.spans(spans).haveEvents();
  once
    .logs(logs)
    .haveCount(1)
    .haveLevel('error')
    .belongTo(root)
    .haveAttribute('exception.type', 'OutOfWater')
    .haveAttribute('exception.message', 'the tank is empty');
});
