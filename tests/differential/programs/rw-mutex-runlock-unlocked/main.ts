// To end a reading that never began ends the program.
import { RWMutex } from 'csp';

const rw = new RWMutex();
await rw.lock();
console.log('written');
rw.unlock();
rw.rUnlock();
console.log('never');
