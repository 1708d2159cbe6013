// Two variables that hold the same channel are equal; two channels never are.
import { chan, type Channel } from 'csp';

const a: Channel<number> = chan<number>(1);
const b: Channel<number> = chan<number>(1);
const same = a;
await same.send(7);
console.log(a === same, a === b, a.length, b.length);
