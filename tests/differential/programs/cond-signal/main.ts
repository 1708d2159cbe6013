// Signal wakes the one that has waited longest, and nobody if nobody waits.
import { chan, Cond, go, Mutex, sleep } from 'csp';

const mu = new Mutex();
const cond = new Cond(mu);
const log = chan<string>(3);
cond.signal(); // lost
for (const name of ['first', 'second', 'third']) {
  go(async () => {
    await mu.lock();
    try {
      await cond.wait();
      await log.send(name);
    } finally {
      mu.unlock();
    }
  });
  await sleep(1);
}
console.log('woken', log.length);
for (let i = 0; i < 3; i += 1) {
  cond.signal();
  await sleep(1);
  console.log((await log.receive()).value, log.length);
}
