// A receive that nobody will serve, with nothing else to run: all goroutines are asleep.
import { chan } from 'csp';

const ch = chan<number>();
console.log('waiting');
await ch.receive();
console.log('never');
