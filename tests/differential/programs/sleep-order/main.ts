// Sleepers wake in the order of their times, not of their starts; 0 and less do not wait.
import { sleep, WaitGroup } from 'csp';

const start = Date.now();
await sleep(0);
await sleep(-1000);
console.log('main', Date.now() - start);
const group = new WaitGroup();
for (const ms of [30, 10, 20]) {
  group.go(async () => {
    await sleep(ms);
    console.log(ms, Date.now() - start);
  });
}
await group.wait();
