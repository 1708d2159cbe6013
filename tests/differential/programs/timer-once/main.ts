// A timer fires once, with the time at which it was due, however late it is received.
import { after, recv, select, sleep, Timer } from 'csp';

const start = Date.now();
const timer = new Timer(10);
await sleep(25);
console.log(Number((await timer.c.receive()).value) - start, Date.now() - start);
const r = await select({ timer: recv(timer.c), late: recv(after(1000)) });
console.log(r.case === 'timer' ? 'again' : 'never again');
console.log(timer.stop(), timer.reset(5));
console.log(Number((await timer.c.receive()).value) - start);
