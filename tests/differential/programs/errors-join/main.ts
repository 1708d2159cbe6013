// errors.Join leaves nil out, says one message a line, and is nil itself when nothing is left.
import { joinErrors } from 'csp';

const error = joinErrors(new Error('first'), undefined, new Error('second'));
console.log(error?.message);
console.log(joinErrors(undefined, undefined) === undefined, joinErrors() === undefined);
console.log(joinErrors(new Error('alone'))?.message);
