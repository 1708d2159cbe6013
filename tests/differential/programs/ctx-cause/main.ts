// The first cause counts, is seen below, and leaves the error Canceled; no cause means Canceled.
import { background, cause, withCancel, withCancelCause } from 'csp';

const [ctx, cancel] = withCancelCause(background());
const [child] = withCancel(ctx);
const [early, cancelEarly] = withCancelCause(ctx);
cancelEarly(new Error('closed early'));
cancel(new Error('disk full'));
cancel(new Error('too late'));
for (const c of [ctx, child, early]) console.log(c.err()?.message, 'because', cause(c)?.message);
const [plain, cancelPlain] = withCancelCause(background());
cancelPlain();
console.log(plain.err()?.message, 'because', cause(plain)?.message);
