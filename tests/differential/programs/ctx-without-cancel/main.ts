// WithoutCancel keeps the values and drops cancellation, deadline and cause.
import {
  background,
  cause,
  otherwise,
  recv,
  select,
  withCancel,
  withCancelCause,
  withoutCancel,
  withTimeout,
  withValue,
} from 'csp';

const key = Symbol('key');
const base = withValue(background(), key, 'order 7');
const [timed] = withTimeout(base, 3_600_000);
const [request, cancel] = withCancelCause(timed);
const free = withoutCancel(request);
cancel(new Error('client gone'));
const has = free.deadline() !== undefined;
const looked = await select({ done: recv(free.done), default: otherwise });
const error = free.err() ?? '<nil>';
console.log(
  request.err()?.message,
  '/',
  error,
  cause(free) ?? '<nil>',
  has,
  looked.case === 'default',
  free.value(key),
);
const [child, cancelChild] = withCancel(free);
console.log(child.err() ?? '<nil>');
cancelChild();
console.log(child.err()?.message, free.err() ?? '<nil>');
