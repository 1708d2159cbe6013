// Readers share the lock; a writer is alone, and TryLock and TryRLock say so.
import { RWMutex } from 'csp';

const rw = new RWMutex();
console.log(rw.tryRLock(), rw.tryRLock(), rw.tryLock());
rw.rUnlock();
console.log(rw.tryLock());
rw.rUnlock();
console.log(rw.tryLock(), rw.tryRLock(), rw.tryLock());
rw.unlock();
console.log(rw.tryRLock());
