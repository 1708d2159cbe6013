// The two errors of a context are found by errors.Is through any number of wraps, and are different.
import { canceled, deadlineExceeded, isError } from 'csp';

const call = new Error('call', { cause: deadlineExceeded });
const wrapped = new Error('charge', { cause: call });
console.log(isError(wrapped, deadlineExceeded), isError(wrapped, canceled));
console.log(canceled.message, '/', deadlineExceeded.message);
