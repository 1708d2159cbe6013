// A timer's channel shows no length and no capacity, whether its time has come or not.
import { otherwise, recv, select, sleep, Timer } from 'csp';

const timer = new Timer(10);
console.log(timer.c.length, timer.c.capacity);
await sleep(20);
console.log(timer.c.length, timer.c.capacity);
const r = await select({ timer: recv(timer.c), default: otherwise });
console.log(r.case === 'timer' ? 'and yet it is there' : 'nothing');
