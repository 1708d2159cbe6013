// Ranging over a channel ends when it is closed and drained; over an empty closed one it does nothing.
import { chan } from 'csp';

const full = chan<number>(3);
for (let i = 0; i < 3; i += 1) await full.send(i * i);
full.close();
for await (const v of full) console.log(v);
for await (const v of full) console.log('never', v);
console.log('over');
