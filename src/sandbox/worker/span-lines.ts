import type { Tracer, TracerProvider } from '@opentelemetry/api';
import type { SpanLine } from '../contract.ts';
import { readerFrames } from './stacks.ts';
import type { ModuleRecord } from './runtime.ts';

/** Spans whose lines are kept: beyond that nobody looks for one line. */
const MOST_LINES = 5_000;

/**
 * Notes for every span that is started from here on which line of the reader's started it. A stack for each span costs
 * much, so this is only for the replay of a run.
 */
export function recordSpanLines(modules: Readonly<Record<string, ModuleRecord>>): readonly SpanLine[] {
  const lines: SpanLine[] = [];
  const Provider = modules['@opentelemetry/sdk-trace-web']?.['WebTracerProvider'] as
    | (new () => TracerProvider)
    | undefined;
  if (!Provider) return lines;
  const tracer: Tracer = Object.getPrototypeOf(new Provider().getTracer('lines'));
  const { startSpan } = tracer;
  tracer.startSpan = function (this: Tracer, ...args) {
    const span = startSpan.apply(this, args);
    const at = lines.length < MOST_LINES ? readerFrames(new Error('').stack)[0] : undefined;
    if (at) lines.push({ spanId: span.spanContext().spanId, at });
    return span;
  };
  return lines;
}
