/** `select`: waiting on several channels at once. */
import {
  chanOf,
  CLOSED,
  Receiver,
  Sender,
  sendOnClosed,
  type Chan,
  type ReceiveChannel,
  type SendChannel,
} from './chan.ts';
import { choose } from './random.ts';
import { block, Operation, unblock, type OperationKind } from './tasks.ts';

/** A case of a `select` that receives; made by `recv`. */
export interface ReceiveCase<T> {
  readonly kind: 'receive';
  readonly channel: ReceiveChannel<T>;
}

/** A case of a `select` that sends; made by `send`. */
export interface SendCase {
  readonly kind: 'send';
  readonly channel: SendChannel<never>;
}

/** A case of a `select`. */
export type SelectCase = ReceiveCase<unknown> | SendCase;

/** The type of `otherwise`. */
export interface Otherwise {
  readonly kind: 'default';
}

/**
 * Go's `default:` the case that a `select` takes when no other is ready, so that it never waits. It belongs to the key
 * `default` and to no other.
 *
 * @see https://go.dev/ref/spec#Select_statements
 */
export const otherwise: Otherwise = Object.freeze({ kind: 'default' });

/**
 * A case that receives from `channel`: Go's `case v, ok := <-ch:`.
 *
 * @see https://go.dev/ref/spec#Select_statements
 */
export function recv<T>(channel: ReceiveChannel<T>): ReceiveCase<T> {
  return new Receiving(chanOf(channel, 'recv'));
}

/**
 * A case that sends `value` on `channel`: Go's `case ch <- v:`. The value is worked out now, before the `select`
 * waits, and is sent only if this case is the chosen one.
 *
 * @see https://go.dev/ref/spec#Select_statements
 */
export function send<T>(channel: SendChannel<T>, value: NoInfer<T>): SendCase {
  return new Sending(chanOf(channel, 'send'), value);
}

type ReceiveResult<T> =
  | ([T] extends [never] ? never : { readonly value: T; readonly ok: true })
  | { readonly value: undefined; readonly ok: false };

type Flat<T> = T extends unknown ? { readonly [K in keyof T]: T[K] } : never;

type Outcome<Tag, Case> = Case extends ReceiveCase<infer T> ? Flat<Tag & ReceiveResult<T>> : Tag;

/**
 * What a `select` over `Cases` gives: one object for each key, told apart by `case`. A receiving case carries `value`
 * and `ok`, a sending one and `default` nothing more.
 */
export type Selected<Cases> = { [K in keyof Cases]: Outcome<{ readonly case: K }, Cases[K]> }[keyof Cases];

/** What `selectFrom` gives: `index` is the place of the chosen case in the list. */
export type SelectedFrom<Case> = Case extends unknown ? Outcome<{ readonly index: number }, Case> : never;

/** Holds `otherwise` to the key `default`, both ways. */
type WellKeyed<Cases> = { readonly [K in keyof Cases]: K extends 'default' ? Otherwise : SelectCase };

/**
 * Waits until one of several operations can go on, and does that one: Go's `select`. If several are ready, one is
 * chosen at random, each with the same chance; the others are left untouched, so no value is lost.
 *
 * ```ts
 * const r = await select({ job: recv(jobs), out: send(results, 7), late: recv(after(50)), quit: recv(ctx.done) });
 * if (r.case === 'job' && r.ok) work(r.value);
 * ```
 *
 * With `default: otherwise` it never waits; with no case at all it waits for ever.
 *
 * @throws ChannelError (as a rejection) if the chosen case sends on a closed channel.
 * @see https://go.dev/ref/spec#Select_statements
 */
export function select<Cases extends Readonly<Record<string, SelectCase | Otherwise>>>(
  cases: Cases & WellKeyed<Cases>,
): Promise<Selected<Cases>>;
export function select(cases: Readonly<Record<string, SelectCase | Otherwise>>): Promise<unknown> {
  const keys = Object.keys(cases);
  return perform(
    keys.map((key) => known(cases[key], `the case "${key}"`)),
    (index) => ({ case: keys[index] }),
  );
}

/**
 * `select` over a number of cases that is known only at run time: Go's `reflect.Select`. `otherwise` may be one of them.
 *
 * ```ts
 * const r = await selectFrom(mirrors.map((mirror) => recv(mirror)));
 * console.log(`mirror ${r.index} was first`);
 * ```
 *
 * @throws ChannelError (as a rejection) if the chosen case sends on a closed channel.
 * @see https://pkg.go.dev/reflect#Select
 */
export function selectFrom<Case extends SelectCase | Otherwise>(cases: readonly Case[]): Promise<SelectedFrom<Case>>;
export function selectFrom(cases: readonly (SelectCase | Otherwise)[]): Promise<unknown> {
  return perform(
    cases.map((one, index) => known(one, `case ${index}`)),
    (index) => ({ index }),
  );
}

type Labeller = (index: number) => object;

/** What `select` can do with a case, whatever its channel carries. */
abstract class Runnable {
  /** Whether it could go on now. */
  abstract ready(): boolean;
  /** Does it; only when ready. Gives what a receive adds to the result. */
  abstract run(): object;
  /** Waits in the channel's queue on behalf of `wait`. */
  abstract park(wait: SelectWait, index: number): Parked;
  abstract describe(): string;
}

interface Parked {
  /** Leaves the channel's queue, if still in it. */
  leave(): void;
}

class Receiving<T> extends Runnable implements ReceiveCase<T> {
  readonly kind = 'receive';
  readonly channel: Chan<T>;

  constructor(channel: Chan<T>) {
    super();
    this.channel = channel;
  }

  ready(): boolean {
    return this.channel.canReceive();
  }

  run(): object {
    return this.channel.take();
  }

  park(wait: SelectWait, index: number): Parked {
    const receiver = new ParkedReceive(this.channel, wait, index);
    this.channel.addReceiver(receiver);
    return receiver;
  }

  describe(): string {
    return `receive from ${this.channel.describe()}`;
  }
}

class Sending<T> extends Runnable implements SendCase {
  readonly kind = 'send';
  readonly channel: Chan<T>;
  readonly value: T;

  constructor(channel: Chan<T>, value: T) {
    super();
    this.channel = channel;
    this.value = value;
  }

  ready(): boolean {
    return this.channel.canSend();
  }

  run(): object {
    this.channel.put(this.value);
    return {};
  }

  park(wait: SelectWait, index: number): Parked {
    const sender = new ParkedSend(this.channel, this.value, wait, index);
    this.channel.addSender(sender);
    return sender;
  }

  describe(): string {
    return `send to ${this.channel.describe()}`;
  }
}

class ParkedReceive<T> extends Receiver<T> implements Parked {
  readonly #wait: SelectWait;
  readonly #index: number;

  constructor(channel: Chan<T>, wait: SelectWait, index: number) {
    super(channel);
    this.#wait = wait;
    this.#index = index;
  }

  accept(value: T): void {
    this.#wait.finish(this.#index, { value, ok: true });
  }

  end(): void {
    this.#wait.finish(this.#index, CLOSED);
  }

  leave(): void {
    this.channel.removeReceiver(this);
  }
}

class ParkedSend<T> extends Sender<T> implements Parked {
  readonly #wait: SelectWait;
  readonly #index: number;

  constructor(channel: Chan<T>, value: T, wait: SelectWait, index: number) {
    super(channel, value);
    this.#wait = wait;
    this.#index = index;
  }

  sent(): void {
    this.#wait.finish(this.#index, {});
  }

  fail(): void {
    this.#wait.fail();
  }

  leave(): void {
    this.channel.removeSender(this);
  }
}

/** A `select` that waits: one blocked operation, however many queues it stands in. */
class SelectWait extends Operation {
  readonly #cases: readonly Runnable[];
  readonly #parked: readonly Parked[];
  readonly #label: Labeller;
  readonly #resolve: (result: object) => void;
  readonly #reject: (error: unknown) => void;

  constructor(
    cases: readonly Runnable[],
    places: readonly number[],
    label: Labeller,
    resolve: (result: object) => void,
    reject: (error: unknown) => void,
  ) {
    super();
    this.#cases = cases;
    this.#label = label;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#parked = cases.map((one, nth) => one.park(this, places[nth] ?? nth));
    block(this);
  }

  get kind(): OperationKind {
    return 'select';
  }

  describe(): string {
    return this.#cases.length === 0 ? 'no case' : this.#cases.map((one) => one.describe()).join(', ');
  }

  finish(index: number, result: object): void {
    this.#leaveAll();
    this.#resolve({ ...this.#label(index), ...result });
  }

  fail(): void {
    this.#leaveAll();
    this.#reject(sendOnClosed(this.stack));
  }

  /** The losers leave their queues before anybody hears of the winner, so no second value can reach this `select`. */
  #leaveAll(): void {
    for (const parked of this.#parked) parked.leave();
    unblock(this);
  }
}

function perform(cases: readonly (Runnable | Otherwise)[], label: Labeller): Promise<unknown> {
  const waiting: Runnable[] = [];
  const places: number[] = [];
  let fallback: number | undefined;
  let chosen: Runnable | undefined;
  let place = 0;
  let ready = 0;
  for (const [index, one] of cases.entries()) {
    if (!(one instanceof Runnable)) {
      if (fallback !== undefined) throw new TypeError('selectFrom: otherwise may stand in the list only once');
      fallback = index;
      continue;
    }
    waiting.push(one);
    places.push(index);
    if (!one.ready()) continue;
    ready += 1;
    // The nth ready case replaces the choice so far with a chance of 1 in n: in the end all are equally likely.
    if (ready === 1 || choose(ready) === 0) {
      chosen = one;
      place = index;
    }
  }
  if (chosen !== undefined) {
    try {
      return Promise.resolve({ ...label(place), ...chosen.run() });
    } catch (error) {
      return Promise.reject(error);
    }
  }
  if (fallback !== undefined) return Promise.resolve(label(fallback));
  return new Promise((resolve, reject) => {
    void new SelectWait(waiting, places, label, resolve, reject);
  });
}

function known(one: SelectCase | Otherwise | undefined, name: string): Runnable | Otherwise {
  if (one instanceof Runnable) return one;
  if (one === otherwise) return otherwise;
  throw new TypeError(
    `select: ${name} is not a case; write recv(channel), send(channel, value), or default: otherwise`,
  );
}
