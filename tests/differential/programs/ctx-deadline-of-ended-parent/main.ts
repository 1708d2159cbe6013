// A context below an ended one is over from the start, with its parent's error and cause, and still tells its own deadline.
import { background, cause, withCancelCause, withDeadlineCause } from 'csp';

const now = Date.now();
const [parent, cancel] = withCancelCause(background());
cancel(new Error('closing time'));
const [child] = withDeadlineCause(parent, new Date(now + 50), new Error('too slow'));
const at = child.deadline();
console.log(child.err()?.message, 'because', cause(child)?.message, at !== undefined, Number(at) - now);
const [past] = withDeadlineCause(background(), new Date(now - 1000), new Error('too slow'));
console.log(past.err()?.message, 'because', cause(past)?.message);
