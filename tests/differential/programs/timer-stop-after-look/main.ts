// A timer that a select saw due, and did not choose, can still be stopped or set again; its time is then never received.
import { chan, recv, select, sleep, Timer } from 'csp';

/** A timer that was ready in a select which chose its other case. */
async function seen(): Promise<Timer> {
  for (;;) {
    const timer = new Timer(10);
    const other = chan<boolean>();
    other.close();
    await sleep(20);
    const r = await select({ timer: recv(timer.c), other: recv(other) });
    if (r.case === 'other') return timer;
  }
}

console.log((await seen()).stop());
const timer = await seen();
const start = Date.now();
console.log(timer.reset(30));
await timer.c.receive();
console.log(Date.now() - start);
