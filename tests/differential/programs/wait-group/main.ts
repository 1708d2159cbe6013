// Wait returns at once while the counter is 0, otherwise when it is 0 again; then the group can be used anew.
import { go, sleep, WaitGroup } from 'csp';

const start = Date.now();
const group = new WaitGroup();
await group.wait();
console.log('nothing to wait for', Date.now() - start);
for (let round = 0; round < 2; round += 1) {
  for (const ms of [10, 30, 20]) {
    group.add(1);
    go(async () => {
      try {
        await sleep(ms);
      } finally {
        group.done();
      }
    });
  }
  await group.wait();
  console.log('round', round, Date.now() - start);
}
