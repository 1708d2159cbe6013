// A nil channel is never chosen, so setting a drained channel to nil switches its case off.
import { chan, nilChan, recv, select, type ReceiveChannel } from 'csp';

async function filled(...values: readonly number[]): Promise<ReceiveChannel<number>> {
  const ch = chan<number>(values.length);
  for (const v of values) await ch.send(v);
  ch.close();
  return ch;
}

const none: ReceiveChannel<number> = nilChan<number>();
let a = await filled(1, 2, 3);
let b = await filled(10, 20);
let sum = 0;
let rounds = 0;
while (a !== none || b !== none) {
  rounds += 1;
  const r = await select({ a: recv(a), b: recv(b) });
  if (r.ok) sum += r.value;
  else if (r.case === 'a') a = none;
  else b = none;
}
console.log('sum', sum, 'rounds', rounds);
