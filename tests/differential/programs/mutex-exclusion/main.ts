// Between Lock and Unlock there is one goroutine at a time, also where it waits in between.
import { Mutex, sleep, WaitGroup } from 'csp';

const mu = new Mutex();
const group = new WaitGroup();
let balance = 0;
let inside = 0;
let most = 0;
for (let i = 0; i < 8; i += 1) {
  group.go(async () => {
    await mu.lock();
    try {
      inside += 1;
      most = Math.max(most, inside);
      const before = balance;
      await sleep(1);
      balance = before + 1;
      inside -= 1;
    } finally {
      mu.unlock();
    }
  });
}
await group.wait();
console.log('balance', balance, 'inside at a time', most);
