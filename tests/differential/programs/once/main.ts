// Once runs its first function only; calls meanwhile return when that has ended.
import { chan, Once, sleep, WaitGroup } from 'csp';

const once = new Once();
const group = new WaitGroup();
const started = chan<boolean>();
let ended = false;
group.go(() =>
  once.do(async () => {
    started.close();
    await sleep(10); // work
    ended = true;
  }),
);
await started.receive();
for (let i = 0; i < 3; i += 1) await once.do(() => console.log('never'));
console.log('ended before the others went on:', ended);
await group.wait();
