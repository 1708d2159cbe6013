// When a writer leaves, the readers that waited get in before the next writer.
import { chan, RWMutex, sleep, WaitGroup } from 'csp';

const rw = new RWMutex();
const group = new WaitGroup();
const log = chan<string>(4);
await rw.lock();
group.go(async () => {
  await rw.lock();
  await log.send('second writer');
  rw.unlock();
});
await sleep(20);
for (let i = 0; i < 2; i += 1) {
  group.go(async () => {
    await rw.rLock();
    await log.send('reader');
    await sleep(5);
    rw.rUnlock();
  });
}
await sleep(100);
await log.send('first writer');
rw.unlock();
await group.wait();
for (let i = 0; i < 4; i += 1) console.log((await log.receive()).value);
