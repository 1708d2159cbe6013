import { check } from '../../../../../src/checks/index.ts';

export default check(({ spans, expect }) => {
  const heating = spans.named('heat boiler');

  const answered = expect('answered', {
    en: 'The span says how hot it was, for how long, and which boiler',
    'zh-cn': 'Span 说明了有多热、热了多久、是哪台锅炉',
  });
  answered
    .spans(heating)
    .haveCount(1)
    .beRoots()
    .haveStatus('error', 'the boiler was too hot')
    .haveAttribute('error.type', 'overheated')
    .haveAttribute('lab.boiler.temperature.max', 121)
    .haveAttribute('lab.boiler.overheated.duration', (seconds) => typeof seconds === 'number' && seconds > 0)
    .haveAttribute('lab.boiler.name', 'left');

  expect('whole', { en: 'Nothing of the span was dropped', 'zh-cn': '这个 Span 什么也没丢' })
    .spans(heating)
    .satisfy(
      { en: 'no dropped event, attribute or link', 'zh-cn': '没有丢弃的事件、属性或链接' },
      (span) => span.droppedEventsCount + span.droppedAttributesCount + span.droppedLinksCount === 0,
    );
});
