// Broadcast wakes all that wait; each has the lock again when its Wait returns.
import { Cond, Mutex, sleep, WaitGroup } from 'csp';

const mu = new Mutex();
const group = new WaitGroup();
const cond = new Cond(mu);
const door = { open: false };
let passed = 0;
for (let i = 0; i < 3; i += 1) {
  group.go(async () => {
    await mu.lock();
    try {
      while (!door.open) await cond.wait();
      console.log('held:', !mu.tryLock());
      passed += 1;
    } finally {
      mu.unlock();
    }
  });
}
await sleep(1);
cond.broadcast(); // the condition does not hold yet: all go on waiting
await sleep(1);
await mu.lock();
console.log('passed', passed);
door.open = true;
mu.unlock();
cond.broadcast();
await group.wait();
console.log('passed', passed);
