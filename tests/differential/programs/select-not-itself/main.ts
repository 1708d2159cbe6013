// A select with a send and a receive on one channel does not meet itself.
import { chan, recv, select, send } from 'csp';

const ch = chan<number>();
const r = await select({ sent: send(ch, 1), received: recv(ch) });
console.log(r.case);
