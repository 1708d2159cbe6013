/**
 * Go's concurrency primitives for TypeScript. One thread runs all tasks and they change places only at an `await`, so
 * there are no data races; everything else is meant to be as in Go.
 */
export { chan, nilChan, type Channel, type Received, type ReceiveChannel, type SendChannel } from './chan.ts';
export {
  afterFunc,
  background,
  cause,
  fromOtel,
  withCancel,
  withCancelCause,
  withDeadline,
  withDeadlineCause,
  withoutCancel,
  withSpan,
  withTimeout,
  withTimeoutCause,
  withValue,
  type CancelCauseFunc,
  type CancelFunc,
  type Context,
} from './context.ts';
export { errGroup, type ErrGroup } from './errgroup.ts';
export { asError, canceled, ChannelError, deadlineExceeded, isError, joinErrors, SyncError } from './errors.ts';
export { go } from './go.ts';
export {
  otherwise,
  recv,
  select,
  selectFrom,
  send,
  type Otherwise,
  type ReceiveCase,
  type SelectCase,
  type Selected,
  type SelectedFrom,
  type SendCase,
} from './select.ts';
export { Cond } from './sync/cond.ts';
export { Mutex, type Locker } from './sync/mutex.ts';
export { Once, onceFunc, onceValue, onceValues } from './sync/once.ts';
export { Pool } from './sync/pool.ts';
export { RWMutex } from './sync/rw-mutex.ts';
export { Semaphore } from './sync/semaphore.ts';
export { WaitGroup } from './sync/wait-group.ts';
export { after, sleep, Ticker, Timer } from './time.ts';
