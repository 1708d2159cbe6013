import { chan, type Received } from 'csp';
import { meterFor } from 'telemetry/metrics';

const meter = meterFor('coffee-bar');

const size = meter.createUpDownCounter('lab.channel.queue.size', {
  description: 'Items that were sent and not yet received',
  unit: '{item}',
});

const duration = meter.createHistogram(
  'lab.channel.operation.duration',
  {
    description: 'How long a send or a receive waited',
    unit: 's',
    // The default boundaries suit milliseconds, not seconds.
    advice: { explicitBucketBoundaries: [0.001, 0.01, 0.1, 1] },
  },
);

/** A channel that counts what is in it and who waits for whom. */
export function meteredChan<T>(name: string, n: number) {
  const items = chan<T>(n);
  const channel = { 'lab.channel.name': name };

  async function timed<R>(operation: string, wait: () => Promise<R>) {
    const start = performance.now();
    const result = await wait();
    duration.record((performance.now() - start) / 1_000, {
      ...channel,
      'lab.channel.operation': operation,
    });
    return result;
  }

  async function send(value: T): Promise<void> {
    await timed('send', () => items.send(value));
    size.add(1, channel);
  }

  async function receive(): Promise<Received<T>> {
    const item = await timed('receive', () => items.receive());
    if (item.ok) size.add(-1, channel);
    return item;
  }

  return { send, receive };
}
