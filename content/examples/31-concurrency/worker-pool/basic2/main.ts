import { defaultTextMapSetter } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { background, chan, WaitGroup, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { thread } from 'threads';
import { grind } from './grind.ts';

const tracer = tracerFor('roastery');
const traceContext = new W3CTraceContextPropagator();
const queue = chan<{ ctx: Context; batch: number }>(4);

async function work(mill: (typeof mills)[number]): Promise<void> {
  for await (const { ctx, batch } of queue) {
    const headers = { traceparent: '' };
    traceContext.inject(ctx, headers, defaultTextMapSetter);
    const beans = await mill.call({ batch, ...headers });
    console.log(`batch ${batch}: ${beans} beans`);
  }
}

// Real Web Workers. No job has to wait for them to start.
const mills = [thread(grind, 'mill 1'), thread(grind, 'mill 2')];
for (const { ready } of mills) await ready;

const staff = new WaitGroup();
for (const mill of mills) staff.go(() => work(mill));

await inSpan(background(), tracer, 'prepare opening', async (ctx) => {
  for (let batch = 1; batch <= 4; batch += 1) {
    const attributes = { 'lab.job.id': `b${batch}` };
    const send = (inner: Context) =>
      queue.send({ ctx: inner, batch });
    await inSpan(ctx, tracer, 'submit', send, { attributes });
  }
  queue.close();
  await staff.wait();
});
