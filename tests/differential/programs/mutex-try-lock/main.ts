// TryLock takes the lock if it is free and never waits; any goroutine may unlock.
import { chan, go, Mutex } from 'csp';

const mu = new Mutex();
console.log(mu.tryLock(), mu.tryLock());
const unlocked = chan<boolean>();
go(() => {
  mu.unlock();
  unlocked.close();
});
await unlocked.receive();
console.log(mu.tryLock());
