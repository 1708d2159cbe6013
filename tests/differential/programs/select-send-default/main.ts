// With a default, a send that would have to wait is left out: how to drop instead of waiting.
import { chan, otherwise, select, send } from 'csp';

const ch = chan<number>(2);
let dropped = 0;
for (let i = 0; i < 5; i += 1) {
  const r = await select({ ch: send(ch, i), default: otherwise });
  if (r.case === 'default') dropped += 1;
}
console.log('kept', ch.length, 'dropped', dropped);
console.log((await ch.receive()).value, (await ch.receive()).value);
