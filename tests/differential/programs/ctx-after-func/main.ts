// AfterFunc runs a function in a goroutine of its own when the context ends; stop says whether it prevented that.
import { afterFunc, background, chan, sleep, withCancel } from 'csp';

const start = Date.now();
const [ctx, cancel] = withCancel(background());
const stopRun = afterFunc(ctx, async () => {
  await sleep(5);
  console.log('ran', Date.now() - start);
});
const stopNever = afterFunc(ctx, () => console.log('never'));
console.log('stopped', stopNever(), stopNever());
await sleep(10);
cancel();
console.log('canceled', Date.now() - start, stopRun());
await sleep(10);
const late = chan<boolean>();
const stopLate = afterFunc(ctx, () => late.send(true));
console.log('late', (await late.receive()).value, stopLate());
