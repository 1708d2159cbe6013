import { sleep } from 'csp';
import { provider } from './tracing.ts';

const tracer = provider.getTracer('coffee-bar');

async function makeDrink(drink: string): Promise<void> {
  const span = tracer.startSpan('make drink');
  await sleep(200); // the work
  span.end();
  console.log(`made ${drink}`);
}

try {
  await makeDrink('espresso');
  await makeDrink('mocha');
  await makeDrink('tea');
} finally {
  // Also when something above throws: those are the spans you want.
  await provider.shutdown();
}
