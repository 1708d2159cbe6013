/** Channels: Go's way for tasks to hand each other values and to wait for each other. */
import { ChannelError } from './errors.ts';
import { DONE, Queue, Queued } from './queue.ts';
import { Ring } from './ring.ts';
import { block, nextChannelId, unblock, type OperationKind } from './tasks.ts';

/**
 * What a receive gives. Look at `ok` first: once the channel is closed and drained there is no value, where Go would
 * give the zero value of the type.
 *
 * @see https://go.dev/ref/spec#Receive_operator
 */
export type Received<T> = { readonly value: T; readonly ok: true } | { readonly value: undefined; readonly ok: false };

/**
 * The sending end of a channel: Go's `chan<- T`.
 *
 * @see https://go.dev/ref/spec#Channel_types
 */
export interface SendChannel<T> {
  /**
   * Sends a value: Go's `ch <- v`. Without a buffer the promise resolves when a receiver has taken the value, with one
   * as soon as there is room.
   *
   * @throws ChannelError (as a rejection) `send on closed channel`, also when it is closed while the send waits.
   * @see https://go.dev/ref/spec#Send_statements
   */
  // A property, not a method: only then does the compiler refuse a channel of strings where any value may be sent.
  readonly send: (value: T) => Promise<void>;
  /**
   * Says that nothing more will be sent: Go's `close(ch)`. What is in the buffer can still be received; waiting
   * receivers get `ok: false`, waiting senders fail. Only the sending side should close, and only once.
   *
   * @throws ChannelError `close of closed channel`, `close of nil channel`.
   * @see https://go.dev/ref/spec#Close
   */
  readonly close: () => void;
  /** Values in the buffer now: Go's `len(ch)`. */
  readonly length: number;
  /** Size of the buffer: Go's `cap(ch)`. 0 means that sender and receiver meet. */
  readonly capacity: number;
}

/**
 * The receiving end of a channel: Go's `<-chan T`.
 *
 * `for await (const v of ch)` receives until the channel is closed and drained, as `for v := range ch` does.
 *
 * @see https://go.dev/ref/spec#Channel_types and https://go.dev/ref/spec#For_range
 */
export interface ReceiveChannel<T> extends AsyncIterable<T, undefined> {
  /**
   * Receives a value: Go's `v, ok := <-ch`. Waits until there is one, or until the channel is closed.
   *
   * @see https://go.dev/ref/spec#Receive_operator
   */
  receive(): Promise<Received<T>>;
  /** Values in the buffer now: Go's `len(ch)`. */
  readonly length: number;
  /** Size of the buffer: Go's `cap(ch)`. 0 means that sender and receiver meet. */
  readonly capacity: number;
}

/**
 * Both ends of a channel: Go's `chan T`. Hand out one end by giving it the type `SendChannel` or `ReceiveChannel`.
 *
 * @see https://go.dev/ref/spec#Channel_types
 */
export interface Channel<T> extends SendChannel<T>, ReceiveChannel<T> {}

/**
 * Makes a channel: Go's `make(chan T, n)`.
 *
 * ```ts
 * const orders = chan<Order>();  // unbuffered: a send waits for its receiver
 * const results = chan<number>(10);  // a send waits only while 10 values are in the buffer
 * ```
 *
 * @param n Size of the buffer, a whole number; 0 without it.
 * @throws RangeError if `n` is negative or not whole.
 * @see https://go.dev/ref/spec#Making_slices_maps_and_channels
 */
export function chan<T>(n: number = 0): Channel<T> {
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError(
      `chan: the size of a buffer is a whole number from 0 on, not ${n} (makechan: size out of range)`,
    );
  }
  return new Chan<T>(n);
}

/**
 * A channel that is never ready: Go's `nil` channel. Sends and receives wait for ever and a `select` never chooses it,
 * so putting it in a variable that a loop selects on switches that case off.
 *
 * @see https://go.dev/ref/spec#Channel_types
 */
export function nilChan<T>(): Channel<T> {
  return new NilChan<T>();
}

/** What a receive gives when there is nothing any more; one for all, so nobody may change it. */
export const CLOSED = Object.freeze({ value: undefined, ok: false } as const);

/** A task, or one case of a `select`, that waits for a value. */
export abstract class Receiver<T> extends Queued<Receiver<T>> {
  readonly channel: Chan<T>;

  constructor(channel: Chan<T>) {
    super();
    this.channel = channel;
  }

  get kind(): OperationKind {
    return 'receive';
  }

  describe(): string {
    return this.channel.describe();
  }

  abstract accept(value: T): void;
  abstract end(): void;
}

/** A task, or one case of a `select`, that waits to be rid of a value. */
export abstract class Sender<T> extends Queued<Sender<T>> {
  readonly channel: Chan<T>;
  readonly value: T;

  constructor(channel: Chan<T>, value: T) {
    super();
    this.channel = channel;
    this.value = value;
  }

  get kind(): OperationKind {
    return 'send';
  }

  describe(): string {
    return this.channel.describe();
  }

  abstract sent(): void;
  abstract fail(): void;
}

class WaitingReceive<T> extends Receiver<T> {
  readonly #resolve: (received: Received<T>) => void;

  constructor(channel: Chan<T>, resolve: (received: Received<T>) => void) {
    super(channel);
    this.#resolve = resolve;
    block(this);
  }

  accept(value: T): void {
    unblock(this);
    this.#resolve({ value, ok: true });
  }

  end(): void {
    unblock(this);
    this.#resolve(CLOSED);
  }
}

class WaitingNext<T> extends Receiver<T> {
  readonly #resolve: (result: IteratorResult<T, undefined>) => void;

  constructor(channel: Chan<T>, resolve: (result: IteratorResult<T, undefined>) => void) {
    super(channel);
    this.#resolve = resolve;
    block(this);
  }

  accept(value: T): void {
    unblock(this);
    this.#resolve({ value, done: false });
  }

  end(): void {
    unblock(this);
    this.#resolve({ value: undefined, done: true });
  }
}

class WaitingSend<T> extends Sender<T> {
  readonly #resolve: () => void;
  readonly #reject: (error: ChannelError) => void;

  constructor(channel: Chan<T>, value: T, resolve: () => void, reject: (error: ChannelError) => void) {
    super(channel, value);
    this.#resolve = resolve;
    this.#reject = reject;
    block(this);
  }

  sent(): void {
    unblock(this);
    this.#resolve();
  }

  fail(): void {
    unblock(this);
    this.#reject(sendOnClosed(this.stack));
  }
}

/** The error of a send. One that waited fails where it was called, not where somebody closed the channel. */
export function sendOnClosed(stack?: string): ChannelError {
  const error = new ChannelError('send on closed channel');
  if (stack !== undefined) error.stack = stack.replace(/^.*/, `${error.name}: ${error.message}`);
  return error;
}

/**
 * The channel itself. At any time at most one of these holds, other than for the cases of one and the same `select`:
 * values in the buffer, receivers waiting. And senders wait only while the buffer is full.
 */
export class Chan<T> implements Channel<T> {
  readonly capacity: number;
  protected readonly buffer = new Ring<T>();
  protected readonly receivers = new Queue<Receiver<T>>();
  readonly #senders = new Queue<Sender<T>>();
  readonly #id: number;
  #closed = false;

  constructor(capacity: number, id: number = nextChannelId()) {
    this.capacity = capacity;
    this.#id = id;
  }

  get length(): number {
    return this.buffer.length;
  }

  send(value: T): Promise<void> {
    if (this.canSend()) {
      if (this.#closed) return Promise.reject(sendOnClosed());
      this.put(value);
      return DONE;
    }
    return new Promise((resolve, reject) => {
      this.addSender(new WaitingSend(this, value, resolve, reject));
    });
  }

  receive(): Promise<Received<T>> {
    if (this.canReceive()) return Promise.resolve(this.take());
    return new Promise((resolve) => {
      this.addReceiver(new WaitingReceive(this, resolve));
    });
  }

  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    return { next: () => this.#next() };
  }

  #next(): Promise<IteratorResult<T, undefined>> {
    if (this.canReceive()) {
      const received = this.take();
      if (received.ok) return Promise.resolve({ value: received.value, done: false });
      return Promise.resolve({ value: undefined, done: true });
    }
    return new Promise((resolve) => {
      this.addReceiver(new WaitingNext(this, resolve));
    });
  }

  close(): void {
    if (this.#closed) throw new ChannelError('close of closed channel');
    this.#closed = true;
    for (let waiting = this.receivers.shift(); waiting !== undefined; waiting = this.receivers.shift()) waiting.end();
    for (let waiting = this.#senders.shift(); waiting !== undefined; waiting = this.#senders.shift()) waiting.fail();
  }

  /** Whether a receive would not wait. */
  canReceive(): boolean {
    return this.buffer.length > 0 || this.#senders.first !== undefined || this.#closed;
  }

  /** Whether a send would not wait; true of a closed channel, where it fails at once. */
  canSend(): boolean {
    return this.buffer.length < this.capacity || this.receivers.first !== undefined || this.#closed;
  }

  /** Receives; only when `canReceive`. */
  take(): Received<T> {
    const sender = this.#senders.shift();
    sender?.sent();
    if (this.buffer.length === 0) return sender === undefined ? CLOSED : { value: sender.value, ok: true };
    const value = this.buffer.shift();
    // The place that just became free belongs to the sender that has waited longest.
    if (sender !== undefined) this.buffer.push(sender.value);
    return { value, ok: true };
  }

  /**
   * Sends; only when `canSend`.
   *
   * @throws ChannelError if the channel is closed.
   */
  put(value: T): void {
    if (this.#closed) throw sendOnClosed();
    const receiver = this.receivers.shift();
    if (receiver === undefined) this.buffer.push(value);
    else receiver.accept(value);
  }

  addReceiver(receiver: Receiver<T>): void {
    this.receivers.push(receiver);
  }

  removeReceiver(receiver: Receiver<T>): void {
    this.receivers.remove(receiver);
  }

  addSender(sender: Sender<T>): void {
    this.#senders.push(sender);
  }

  removeSender(sender: Sender<T>): void {
    this.#senders.remove(sender);
  }

  describe(): string {
    const size = this.capacity === 0 ? 'unbuffered' : `${this.length} of ${this.capacity} in its buffer`;
    return `channel #${this.#id} (${size})`;
  }
}

/** Never ready: what waits here is in no queue, only in the list of blocked operations. */
class NilChan<T> extends Chan<T> {
  constructor() {
    super(0, 0);
  }

  override canReceive(): boolean {
    return false;
  }

  override canSend(): boolean {
    return false;
  }

  override close(): void {
    throw new ChannelError('close of nil channel');
  }

  override addReceiver(): void {}

  override addSender(): void {}

  override describe(): string {
    return 'a nil channel';
  }
}

/** The channel behind a public type, which only this library makes. */
export function chanOf<T>(channel: SendChannel<T> | ReceiveChannel<T>, user: string): Chan<T> {
  if (channel instanceof Chan) return channel;
  throw new TypeError(
    `${user} takes a channel made by csp (chan, nilChan, after, ctx.done, ...), not ${String(channel)}`,
  );
}
