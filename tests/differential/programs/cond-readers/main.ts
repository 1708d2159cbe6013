// A Cond on the reading side of an RWMutex lets several waiters on together after a Broadcast.
import { chan, Cond, RWMutex, sleep, WaitGroup } from 'csp';

const rw = new RWMutex();
const group = new WaitGroup();
const cond = new Cond(rw.rLocker());
const inside = chan<boolean>();
for (let i = 0; i < 2; i += 1) {
  group.go(async () => {
    await rw.rLock();
    await cond.wait();
    await inside.send(true); // while reading
    await sleep(5);
    rw.rUnlock();
  });
}
await sleep(1);
console.log('a writer fits between:', rw.tryLock());
rw.unlock();
cond.broadcast();
await inside.receive();
await inside.receive();
console.log('both read at once:', !rw.tryLock());
await group.wait();
console.log('free:', rw.tryLock());
