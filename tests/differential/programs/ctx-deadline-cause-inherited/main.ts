// The cause of a deadline above is the cause below, also where the one below has a later deadline with its own cause.
import { background, cause, sleep, withDeadlineCause } from 'csp';

const at = Date.now();
const [outer] = withDeadlineCause(background(), new Date(at + 10), new Error('outer'));
const [inner] = withDeadlineCause(outer, new Date(at + 20), new Error('inner'));
const [first] = withDeadlineCause(outer, new Date(at + 5), new Error('first'));
await sleep(30);
console.log(cause(outer)?.message, cause(inner)?.message, cause(first)?.message);
console.log(inner.err()?.message);
