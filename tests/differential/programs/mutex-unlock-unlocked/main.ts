// To unlock a mutex that is not locked ends the program; Go does not even let it be recovered.
import { Mutex } from 'csp';

const mu = new Mutex();
await mu.lock();
console.log('once is fine');
mu.unlock();
mu.unlock();
console.log('never');
