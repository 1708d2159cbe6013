// A request for nothing is granted at once where nobody waits, and waits in line where somebody does.
import { background, go, Semaphore, sleep } from 'csp';

const start = Date.now();
const ctx = background();
const sem = new Semaphore(1);
const taken = [sem.tryAcquire(1), sem.tryAcquire(0)];
await sem.acquire(ctx, 0);
console.log(...taken, true);
go(async () => {
  await sem.acquire(ctx, 1);
  sem.release(1);
});
await sleep(1);
go(async () => {
  await sleep(10);
  sem.release(1);
});
const refused = sem.tryAcquire(0);
await sem.acquire(ctx, 0);
console.log(refused, true, Date.now() - start);
