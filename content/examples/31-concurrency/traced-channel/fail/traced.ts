import type { Span, SpanContext, Tracer } from '@opentelemetry/api';
import {
  chan,
  type Context,
  type Received,
  recv,
  select,
  send as sending,
} from 'csp';
import { inSpan } from 'telemetry';

interface Envelope<T> {
  readonly value: T;
  readonly sender: SpanContext;
}

/** A traced channel whose send ends with its context. */
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
    const work = async (_: Context, span: Span): Promise<void> => {
      const sender = span.spanContext();
      const done = await select({
        sent: sending(items, { value, sender }),
        quit: recv(ctx.done),
      });
      if (done.case === 'quit') throw ctx.err();
    };
    await inSpan(ctx, tracer, `send ${name}`, work, { attributes });
  }

  async function receive(ctx: Context): Promise<Received<T>> {
    const startTime = Date.now();
    const item = await items.receive();
    if (!item.ok) return item;
    const { value, sender } = item.value;
    const links = [{ context: sender }];
    const options = { attributes, links, startTime };
    tracer.startSpan(`receive ${name}`, options, ctx).end();
    return { value, ok: true };
  }

  return { send, receive, close: () => items.close() };
}
