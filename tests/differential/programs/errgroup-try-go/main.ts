// TryGo starts only where the limit leaves room; a limit must not change while goroutines are active.
import { background, chan, errGroup } from 'csp';

const [group] = errGroup(background());
group.setLimit(1);
const release = chan<boolean>();
const wait = (): unknown => release.receive();
console.log(group.tryGo(wait), group.tryGo(wait));
try {
  group.setLimit(2);
} catch (error) {
  if (error instanceof Error) console.log(error.message);
}
release.close();
await group.wait();
console.log(true);
group.setLimit(2);
const started = [group.tryGo(wait), group.tryGo(wait)];
await group.wait();
console.log(...started, true);
