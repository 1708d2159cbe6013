// A request that gives up leaves the queue and takes nothing; an ended context is refused although there is room.
import { background, chan, go, Semaphore, sleep, withTimeout } from 'csp';

const start = Date.now();
const sem = new Semaphore(2);
sem.tryAcquire(1);
const [impatient] = withTimeout(background(), 10);
const behind = chan<number>();
go(async () => {
  await sleep(1);
  await sem.acquire(background(), 1);
  await behind.send(Date.now() - start);
});
try {
  await sem.acquire(impatient, 2);
} catch (error) {
  if (error instanceof Error) console.log(error.message, 'at', Date.now() - start);
}
console.log('the one behind got in at', (await behind.receive()).value);
sem.release(2);
try {
  await sem.acquire(impatient, 1);
} catch (error) {
  if (error instanceof Error) console.log(error.message);
}
console.log(sem.tryAcquire(2));
