import type { Link, SpanContext } from '@opentelemetry/api';
import { chan, go, sleep } from 'csp';
import type { Context, ReceiveChannel } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

const tracer = tracerFor('coffee-bar');

/** An order on its way, and the spans that worked on it last. */
export interface Item {
  readonly order: number;
  readonly from: readonly SpanContext[];
}

export type Items = ReceiveChannel<Item>;

/** Three orders, then no more. */
export function orders(): Items {
  const output = chan<Item>();
  go(async () => {
    for (let order = 0; order < 3; order += 1) {
      await output.send({ order, from: [] });
    }
    output.close();
  });
  return output;
}

/** A stage that links each of its spans to those before it. */
export function stage(
  ctx: Context,
  name: string,
  ms: number,
  input: Items,
): Items {
  const output = chan<Item>(1);
  go(async () => {
    for await (const { order, from } of input) {
      const links: Link[] = from.map((context) => ({ context }));
      const attributes = {
        'lab.pipeline.name': 'breakfast',
        'lab.stage.name': name,
        'lab.item.index': order,
      };
      const done = await inSpan(
        ctx,
        tracer,
        `stage ${name}`,
        async (inner, span) => {
          await sleep(ms, inner);
          return span.spanContext();
        },
        { attributes, links },
      );
      await output.send({ order, from: [done] });
    }
    output.close();
  });
  return output;
}

/** Gives every item to both branches. */
export function tee(input: Items): readonly [Items, Items] {
  const [left, right] = [chan<Item>(1), chan<Item>(1)];
  go(async () => {
    for await (const item of input) {
      await left.send(item);
      await right.send(item);
    }
    left.close();
    right.close();
  });
  return [left, right];
}
