// A deadline that has passed, and a timeout of 0 or less, end the context at once.
import { background, withCancel, withDeadline, withTimeout } from 'csp';

const [past] = withDeadline(background(), new Date(Date.now() - 1000));
const [none] = withTimeout(background(), 0);
console.log(past.err()?.message, '/', none.err()?.message);
const [child] = withCancel(past);
console.log(child.err()?.message);
