// errors.Is finds the same error anywhere in a tree of wraps and joins; equal words are not enough.
import { isError, joinErrors } from 'csp';

const full = new Error('disk full');
const slow = new Error('too slow');
const wrapped = new Error('save', { cause: full });
const both = joinErrors(slow, wrapped);
console.log(isError(wrapped, full), isError(wrapped, slow), isError(full, wrapped));
console.log(isError(both, full), isError(both, slow));
console.log(isError(wrapped, new Error('disk full')), isError(undefined, full));
