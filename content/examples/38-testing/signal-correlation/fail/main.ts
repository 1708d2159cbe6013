import { INVALID_SPAN_CONTEXT, trace } from '@opentelemetry/api';
import { background, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { loggerFor, SeverityNumber } from 'telemetry/logs';

const { INFO } = SeverityNumber;
const tracer = tracerFor('coffee-bar');
const logger = loggerFor('coffee-bar');
const lines = new Map<string, string[]>();

/** Logs twice: as the SDK does, and with an id written by hand. */
function say(ctx: Context, body: string): void {
  const { traceId } =
    trace.getSpanContext(ctx) ?? INVALID_SPAN_CONTEXT;
  const attributes = { 'lab.trace_id': traceId };
  logger.emit({
    body,
    severityNumber: INFO,
    attributes,
    context: ctx,
  });
  lines.set(traceId, [...(lines.get(traceId) ?? []), body]);
}

say(background(), 'the bar opens');
await inSpan(background(), tracer, 'serve order', async (ctx) => {
  say(ctx, 'order taken');
  await sleep(20);
  // Later, and with nothing in hand: whose drink it was is forgotten.
  setTimeout(() => say(background(), 'a drink gets cold'), 30);
});
await sleep(50);
say(background(), 'the bar closes');

// A log viewer that joins by the id that was written by hand.
for (const [traceId, bodies] of lines) {
  console.log(`${traceId.slice(0, 8)}…: ${bodies.join(', ')}`);
}
