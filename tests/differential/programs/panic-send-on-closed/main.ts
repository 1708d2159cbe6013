// A send on a closed channel that nobody recovers ends the program with Go's message.
import { chan } from 'csp';

const ch = chan<number>(1);
await ch.send(1);
ch.close();
console.log('closed');
await ch.send(2);
