// To lock a mutex again while holding it waits for oneself: a deadlock.
import { Mutex } from 'csp';

const mu = new Mutex();
await mu.lock();
console.log('locked');
await mu.lock();
console.log('never');
