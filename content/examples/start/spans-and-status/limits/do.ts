import { SpanStatusCode } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { sleep } from 'csp';
import { tracerFor } from 'telemetry';
import { readings } from './boiler.ts';

const tracer = tracerFor('coffee-bar');
const span = tracer.startSpan('heat boiler', {
  attributes: { 'lab.boiler.name': 'left' },
});

let hottest = 0;
let above = 0; // seconds
for (const degrees of readings) {
  hottest = Math.max(hottest, degrees);
  if (degrees > 110) above += 1;
  await sleep(1_000);
}

span.setAttribute('lab.boiler.temperature.max', hottest);
span.setAttribute('lab.boiler.overheated.duration', above);
if (above > 0) {
  const message = 'the boiler was too hot';
  span.setStatus({ code: SpanStatusCode.ERROR, message });
  span.setAttribute(ATTR_ERROR_TYPE, 'overheated');
}
span.end();
