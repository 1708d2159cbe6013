// Under a limit Go waits until fewer are running.
import { background, errGroup, sleep } from 'csp';

const start = Date.now();
const [group] = errGroup(background());
group.setLimit(2);
for (let i = 0; i < 5; i += 1) {
  await group.go(() => sleep(10));
  console.log('started', i, 'at', Date.now() - start);
}
await group.wait();
console.log(true, Date.now() - start);
