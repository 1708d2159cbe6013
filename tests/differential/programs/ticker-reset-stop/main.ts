// Reset changes the interval from now on; a stopped ticker gives nothing and closes nothing.
import { after, recv, select, sleep, Ticker } from 'csp';

function caught(body: () => unknown): string {
  try {
    body();
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const start = Date.now();
const ticker = new Ticker(10);
await ticker.c.receive();
await sleep(5);
ticker.reset(20);
await ticker.c.receive();
console.log(Date.now() - start);
await ticker.c.receive();
console.log(Date.now() - start);
ticker.stop();
const r = await select({ tick: recv(ticker.c), late: recv(after(1000)) });
if (r.case === 'tick') console.log('tick', r.ok);
else console.log('silence');
console.log(caught(() => new Ticker(0)));
console.log(caught(() => ticker.reset(-1)));
