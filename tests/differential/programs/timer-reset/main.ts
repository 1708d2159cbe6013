// Reset starts the time anew; a time that was due before the Reset is never received.
import { sleep, Timer } from 'csp';

const start = Date.now();
const timer = new Timer(10);
await sleep(5);
console.log(timer.reset(10));
await timer.c.receive();
console.log(Date.now() - start);
console.log(timer.reset(10));
await sleep(20);
console.log(timer.reset(30));
await timer.c.receive();
console.log(Date.now() - start);
