// A tick that was due before a Reset is never received.
import { sleep, Ticker } from 'csp';

const start = Date.now();
const ticker = new Ticker(10);
await sleep(25);
ticker.reset(100);
await ticker.c.receive();
console.log(Date.now() - start);
ticker.stop();
