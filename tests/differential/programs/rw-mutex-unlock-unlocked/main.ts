// To end a writing that never began ends the program.
import { RWMutex } from 'csp';

const rw = new RWMutex();
await rw.rLock();
console.log('reading');
rw.unlock();
console.log('never');
