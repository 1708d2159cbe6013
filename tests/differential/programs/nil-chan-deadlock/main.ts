// A receive from a nil channel waits for ever; with nothing else to run, that is a deadlock.
import { nilChan } from 'csp';

const ch = nilChan<number>();
console.log('len', ch.length, 'cap', ch.capacity);
await ch.receive();
