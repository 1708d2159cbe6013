import { background, sleep, WaitGroup, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { boiler, duration, inside, served } from './instruments.ts';
import { grinder, shelf } from './machines.ts';

const tracer = tracerFor('coffee-bar');

async function serve(drink: string, ms: number): Promise<void> {
  inside.add(1);
  const start = performance.now();
  const work = async (ctx: Context): Promise<void> => {
    shelf.cups -= 1;
    grinder.total += 18;
    await sleep(ms, ctx);
  };
  await inSpan(background(), tracer, 'serve order', work);
  served.add(1, { 'lab.drink': drink });
  duration.record((performance.now() - start) / 1_000);
}

const bar = new WaitGroup();
boiler.record(93);
bar.go(() => serve('espresso', 40));
bar.go(() => serve('mocha', 90));
bar.go(() => serve('espresso', 150));
await bar.wait();

boiler.record(88); // a little tired
inside.add(-2); // one of the three stays to read
