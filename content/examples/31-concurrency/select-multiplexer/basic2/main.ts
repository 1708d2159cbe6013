import { background, chan, otherwise, select, send } from 'csp';
import { sleep, WaitGroup } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';

const tracer = tracerFor('coffee-bar');
const selections = meterFor('coffee-bar').createCounter(
  'lab.select.selections',
  {
    description: 'Which case a select took',
    unit: '{selection}',
  },
);
const queue = chan<number>(2);

/** Lets eight guests in, one every 10 ms, if there is room. */
async function door(): Promise<void> {
  for (let guest = 1; guest <= 8; guest += 1) {
    const { case: chosen } = await select({
      queue: send(queue, guest),
      default: otherwise,
    });
    selections.add(1, { 'lab.select.chosen': chosen });
    if (chosen === 'default') console.log(`${guest} walks on`);
    await sleep(10);
  }
  queue.close();
}

async function counter(): Promise<void> {
  for await (const guest of queue) {
    await sleep(25); // the work
    console.log(`served ${guest}`);
  }
}

const bar = new WaitGroup();
bar.go(() => inSpan(background(), tracer, 'mind the door', door));
bar.go(() => inSpan(background(), tracer, 'serve', counter));
await bar.wait();
