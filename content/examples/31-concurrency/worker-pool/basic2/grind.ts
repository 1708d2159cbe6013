import {
  defaultTextMapGetter,
  ROOT_CONTEXT,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  ATTR_THREAD_ID,
  ATTR_THREAD_NAME,
} from '@opentelemetry/semantic-conventions/incubating';
import { inSpan, tracerFor } from 'telemetry';
import { currentThread } from 'threads';

const tracer = tracerFor('roastery');
const traceContext = new W3CTraceContextPropagator();

/** What a message holds: text and numbers, which can be copied. */
interface Batch {
  readonly batch: number;
  readonly traceparent: string;
}

/** Runs in a thread: computes, and blocks nobody else meanwhile. */
export function grind(message: Batch): Promise<number> {
  const ctx = traceContext.extract(
    ROOT_CONTEXT,
    message,
    defaultTextMapGetter,
  );
  const { id, name } = currentThread();
  const attributes = {
    'lab.job.id': `b${message.batch}`,
    [ATTR_THREAD_ID]: id,
    [ATTR_THREAD_NAME]: name,
  };
  return inSpan(ctx, tracer, 'process grind', count, { attributes });
}

/** Takes 40 ms of a processor, and says how far it came. */
function count(): number {
  const end = performance.now() + 40;
  let beans = 0;
  while (performance.now() < end) beans += 1;
  return beans;
}
