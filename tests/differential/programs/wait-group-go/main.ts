// WaitGroup.Go counts for you, and one Wait is enough for several waiters.
import { sleep, WaitGroup } from 'csp';

const start = Date.now();
const work = new WaitGroup();
const waiters = new WaitGroup();
for (let i = 0; i < 3; i += 1) work.go(() => sleep((i + 1) * 10));
const woken: number[] = [];
for (let i = 0; i < 2; i += 1) {
  waiters.go(async () => {
    await work.wait();
    woken[i] = Date.now() - start;
  });
}
await waiters.wait();
console.log(woken[0], woken[1]);
