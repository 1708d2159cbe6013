import { SpanStatusCode } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { sleep } from 'csp';
import { tracerFor } from 'telemetry';
import { readings } from './boiler.ts';

const tracer = tracerFor('coffee-bar');
const span = tracer.startSpan('heat boiler');

for (const degrees of readings) {
  span.addEvent('reading', { 'lab.boiler.temperature': degrees });
  await sleep(1_000);
}

if (Math.max(...readings) > 110) {
  const message = 'the boiler was too hot';
  span.setStatus({ code: SpanStatusCode.ERROR, message });
  span.setAttribute(ATTR_ERROR_TYPE, 'overheated');
}
span.end();

// A little late: the span has ended.
span.setAttribute('lab.boiler.name', 'left');
