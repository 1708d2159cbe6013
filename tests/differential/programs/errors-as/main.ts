// errors.As gives the first error of a type in the tree, depth first.
import { asError, joinErrors } from 'csp';

class TimeoutError extends Error {
  readonly after: number;

  constructor(after: number) {
    super(`timeout after ${after}`);
    this.after = after;
  }
}

const inner = new Error('call', { cause: new TimeoutError(5) });
const error = joinErrors(new Error('plain'), inner, new TimeoutError(9));
const timeout = asError(new Error('outer', { cause: error }), TimeoutError);
if (timeout) console.log('found', timeout.after);
console.log(asError(new Error('plain'), TimeoutError) !== undefined);
