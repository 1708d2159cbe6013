// A heavy request at the front is not overtaken by light ones behind it, not even by TryAcquire.
import { background, chan, go, Semaphore, sleep } from 'csp';

const start = Date.now();
const ctx = background();
const sem = new Semaphore(3);
const log = chan<string>(2);
async function take(name: string, weight: number): Promise<void> {
  await sem.acquire(ctx, weight);
  await log.send(`${name} at ${Date.now() - start}`);
  await sleep(5);
  sem.release(weight);
}
console.log(sem.tryAcquire(2));
go(() => take('heavy', 3));
await sleep(1);
go(() => take('light', 1));
await sleep(1);
console.log('one is free, but somebody waits:', sem.tryAcquire(1));
await sleep(8);
sem.release(2);
console.log((await log.receive()).value);
console.log((await log.receive()).value);
await sleep(10);
console.log(sem.tryAcquire(3), sem.tryAcquire(1));
