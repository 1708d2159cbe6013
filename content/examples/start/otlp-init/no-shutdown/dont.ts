import { sleep } from 'csp';
import { provider } from './tracing.ts';

const tracer = provider.getTracer('coffee-bar');

async function makeDrink(drink: string): Promise<void> {
  const span = tracer.startSpan('make drink');
  await sleep(200); // the work
  span.end();
  console.log(`made ${drink}`);
}

await makeDrink('espresso');
await makeDrink('mocha');
await makeDrink('tea');

// The program ends here, after 600 ms. The three spans have ended
// too; they wait for a batch that would be sent after 5 s.
