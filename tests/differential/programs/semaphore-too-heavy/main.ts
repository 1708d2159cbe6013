// A request for more than there is waits for its context to end, and holds up nobody.
import { background, chan, go, Semaphore, sleep, withTimeout } from 'csp';

const start = Date.now();
const sem = new Semaphore(2);
const [ctx] = withTimeout(background(), 20);
const refused = chan<string>();
go(async () => {
  try {
    await sem.acquire(ctx, 3);
  } catch (error) {
    if (error instanceof Error) await refused.send(`${error.message} at ${Date.now() - start}`);
  }
});
await sleep(1);
await sem.acquire(ctx, 2);
console.log(true, Date.now() - start);
console.log((await refused.receive()).value);
