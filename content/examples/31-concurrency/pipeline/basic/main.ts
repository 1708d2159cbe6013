import { background } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { steps, work } from './steps.ts';

const tracer = tracerFor('coffee-bar');
const menu = ['espresso', 'mocha', 'tea', 'latte', 'cortado'];

await inSpan(
  background(),
  tracer,
  'pipeline drinks',
  async (ctx) => {
    for (const [item, drink] of menu.entries()) {
      // One after the other: the grinder rests while we brew.
      for (const step of steps) await work(ctx, tracer, step, item);
      console.log(`served ${drink}`);
    }
  },
  { attributes: { 'lab.pipeline.name': 'drinks' } },
);
