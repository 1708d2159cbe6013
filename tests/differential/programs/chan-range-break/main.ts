// Leaving a range over a channel early takes nothing more out of it and does not close it.
import { chan } from 'csp';

const ch = chan<number>(4);
for (let i = 0; i < 3; i += 1) await ch.send(i);
for await (const v of ch) {
  console.log(v);
  if (v === 1) break;
}
await ch.send(3);
const left = ch.length;
console.log('left', left, 'next', (await ch.receive()).value);
