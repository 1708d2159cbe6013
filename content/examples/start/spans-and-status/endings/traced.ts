import { SpanStatusCode, type Span } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { canceled, withSpan, type Context } from 'csp';
import { tracerFor } from 'telemetry';

const tracer = tracerFor('coffee-bar');

/** Says how a failed operation ended. Success needs no words. */
function settle(span: Span, error: Error): void {
  if (error === canceled) {
    // Somebody asked for this, so it is no error.
    span.setAttribute('lab.outcome', 'cancelled');
    return;
  }
  const { name, message } = error;
  span.setStatus({ code: SpanStatusCode.ERROR, message });
  span.setAttribute(ATTR_ERROR_TYPE, name);
}

/** Does some work inside a span, and passes its error on. */
export async function traced(
  ctx: Context,
  name: string,
  work: (ctx: Context) => Promise<void>,
): Promise<void> {
  const span = tracer.startSpan(name, {}, ctx);
  try {
    await work(withSpan(ctx, span));
  } catch (error) {
    settle(span, error as Error);
    throw error;
  } finally {
    span.end();
  }
}
