// A timeout's own cause is given only when the time is over, not when somebody cancels before.
import { background, cause, sleep, withTimeoutCause } from 'csp';

const slow = new Error('the kitchen is slow');
const [over] = withTimeoutCause(background(), 10, slow);
const [stopped, cancel] = withTimeoutCause(background(), 10, slow);
cancel();
await sleep(20);
console.log(over.err()?.message, 'because', cause(over)?.message);
console.log(stopped.err()?.message, 'because', cause(stopped)?.message);
