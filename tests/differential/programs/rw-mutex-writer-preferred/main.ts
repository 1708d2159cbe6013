// A writer that waits keeps new readers out: it gets in when the present readers leave, before them.
import { chan, RWMutex, sleep, WaitGroup } from 'csp';

const rw = new RWMutex();
const group = new WaitGroup();
const log = chan<string>(3);
await rw.rLock();
group.go(async () => {
  await rw.lock();
  await log.send('writer');
  rw.unlock();
});
// As soon as a reader is turned away, the writer is waiting.
while (rw.tryRLock()) {
  rw.rUnlock();
  await sleep(1);
}
group.go(async () => {
  await rw.rLock();
  await log.send('second reader');
  rw.rUnlock();
});
await sleep(10);
await log.send('first reader');
rw.rUnlock();
await group.wait();
for (let i = 0; i < 3; i += 1) console.log((await log.receive()).value);
