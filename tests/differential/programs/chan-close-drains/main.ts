// What is in the buffer can still be received after a close; then ok is false, for ever.
import { chan } from 'csp';

const ch = chan<string>(3);
await ch.send('a');
await ch.send('b');
ch.close();
for (let i = 0; i < 4; i += 1) {
  const { value, ok } = await ch.receive();
  if (ok) console.log(value, ch.length);
  else console.log('closed', ch.length);
}
