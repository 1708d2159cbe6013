// A select that waited takes one value only; what comes to its other channels stays there.
import { chan, go, recv, select, sleep } from 'csp';

const a = chan<number>(1);
const b = chan<number>(1);
const chosen = chan<string>();
go(async () => {
  const r = await select({ a: recv(a), b: recv(b) });
  await chosen.send(r.case);
});
await sleep(1);
await b.send(1);
await a.send(1);
console.log((await chosen.receive()).value, a.length, b.length);
