// The default case is taken only when no other is ready.
import { chan, otherwise, recv, select } from 'csp';

const ch = chan<number>(1);
async function look(): Promise<void> {
  const r = await select({ ch: recv(ch), default: otherwise });
  if (r.case === 'ch') console.log('received', r.value);
  else console.log('nothing');
}
await look();
await ch.send(5);
await look();
await look();
