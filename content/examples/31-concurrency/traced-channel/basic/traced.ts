import type { SpanContext, Tracer } from '@opentelemetry/api';
import { chan, type Context, type Received } from 'csp';
import { inSpan } from 'telemetry';

/** What travels: the value, and the span that sent it. */
interface Envelope<T> {
  readonly value: T;
  readonly sender: SpanContext;
}

/** A channel that leaves a span for each send and each receive. */
export function tracedChan<T>(
  tracer: Tracer,
  name: string,
  n: number,
) {
  const items = chan<Envelope<T>>(n);
  const attributes = {
    'lab.channel.name': name,
    'lab.channel.capacity': n,
  };

  async function send(ctx: Context, value: T): Promise<void> {
    await inSpan(
      ctx,
      tracer,
      `send ${name}`,
      (_, span) => items.send({ value, sender: span.spanContext() }),
      { attributes },
    );
  }

  async function receive(ctx: Context): Promise<Received<T>> {
    const startTime = Date.now();
    const item = await items.receive();
    if (!item.ok) return item; // closed: nothing came, so no span
    const { value, sender } = item.value;
    const links = [{ context: sender }];
    const options = { attributes, links, startTime };
    tracer.startSpan(`receive ${name}`, options, ctx).end();
    return { value, ok: true };
  }

  return { send, receive, close: () => items.close() };
}
