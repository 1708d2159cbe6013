/** Waiting for time to pass. All times are whole milliseconds on the clock of the realm, which may be a virtual one. */
import { Alarm, wholeMs } from './alarm.ts';
import { Chan, type ReceiveChannel, type Receiver } from './chan.ts';
import { onDone, type Context } from './context.ts';
import { DONE } from './queue.ts';
import { block, Operation, unblock, type OperationKind } from './tasks.ts';

/**
 * Waits for `ms` milliseconds: Go's `time.Sleep`. With a context it waits no longer than that: it rejects with
 * `ctx.err()` when `ctx` ends first.
 *
 * @param ms Whole milliseconds; 0 or less does not wait.
 * @throws RangeError if `ms` is not whole.
 * @see https://pkg.go.dev/time#Sleep
 */
export function sleep(ms: number, ctx?: Context): Promise<void> {
  wholeMs(ms, 'sleep');
  const over = ctx?.err();
  if (over !== undefined) return Promise.reject(over);
  if (ms <= 0) return DONE;
  return new Promise((resolve, reject) => {
    const sleeping = new Sleeping(ms);
    const alarm = new Alarm(ms, () => {
      unblock(sleeping);
      forget?.();
      resolve();
    });
    const forget =
      ctx &&
      onDone(ctx, () => {
        alarm.stop();
        unblock(sleeping);
        reject(ctx.err());
      });
  });
}

class Sleeping extends Operation {
  readonly #ms: number;

  constructor(ms: number) {
    super();
    this.#ms = ms;
    block(this);
  }

  get kind(): OperationKind {
    return 'sleep';
  }

  override get timed(): boolean {
    return true;
  }

  describe(): string {
    return `${this.#ms} ms`;
  }
}

/**
 * A channel that gives the time once, after `ms` milliseconds: Go's `time.After`, for the case of a `select` that says
 * "too late".
 *
 * @throws RangeError if `ms` is not whole.
 * @see https://pkg.go.dev/time#After
 */
export function after(ms: number): ReceiveChannel<Date> {
  const channel = new TimerChan('after');
  channel.reset(wholeMs(ms, 'after'), 0);
  return channel;
}

/**
 * Gives the time once, after `ms` milliseconds, and can be stopped or set again: Go's `time.Timer`, made as
 * `time.NewTimer` does.
 *
 * As since Go 1.23, a time that `stop` or `reset` came too late for is never received.
 *
 * @see https://pkg.go.dev/time#Timer
 */
export class Timer {
  readonly #channel = new TimerChan('Timer');
  /** Where the time arrives: Go's `timer.C`. */
  readonly c: ReceiveChannel<Date> = this.#channel;

  /**
   * @param ms Whole milliseconds from now; 0 or less fires at once.
   * @throws RangeError if `ms` is not whole.
   */
  constructor(ms: number) {
    this.#channel.reset(wholeMs(ms, 'Timer'), 0);
  }

  /**
   * Stops the timer: Go's `timer.Stop()`.
   *
   * @returns `true` if it was running or its time was not received yet, `false` if it was over or stopped.
   * @see https://pkg.go.dev/time#Timer.Stop
   */
  stop(): boolean {
    return this.#channel.stop();
  }

  /**
   * Sets the timer again, to `ms` milliseconds from now: Go's `timer.Reset(d)`.
   *
   * @returns What `stop` would have returned.
   * @throws RangeError if `ms` is not whole.
   * @see https://pkg.go.dev/time#Timer.Reset
   */
  reset(ms: number): boolean {
    return this.#channel.reset(wholeMs(ms, 'Timer.reset'), 0);
  }
}

/**
 * Gives the time again and again, every `ms` milliseconds: Go's `time.Ticker`, made as `time.NewTicker` does. For a
 * receiver that is too slow, ticks are left out. Stopping does not close the channel.
 *
 * @see https://pkg.go.dev/time#Ticker
 */
export class Ticker {
  readonly #channel = new TimerChan('Ticker');
  /** Where the ticks arrive: Go's `ticker.C`. */
  readonly c: ReceiveChannel<Date> = this.#channel;

  /**
   * @param ms Whole milliseconds from tick to tick, more than 0.
   * @throws RangeError `non-positive interval for NewTicker`, or if `ms` is not whole.
   */
  constructor(ms: number) {
    if (wholeMs(ms, 'Ticker') <= 0) throw new RangeError('non-positive interval for NewTicker');
    this.#channel.reset(ms, ms);
  }

  /** Stops the ticks: Go's `ticker.Stop()`. @see https://pkg.go.dev/time#Ticker.Stop */
  stop(): void {
    this.#channel.stop();
  }

  /**
   * Goes on with another interval, the next tick `ms` milliseconds from now: Go's `ticker.Reset(d)`.
   *
   * @throws RangeError `non-positive interval for Ticker.Reset`, or if `ms` is not whole.
   * @see https://pkg.go.dev/time#Ticker.Reset
   */
  reset(ms: number): void {
    if (wholeMs(ms, 'Ticker.reset') <= 0) throw new RangeError('non-positive interval for Ticker.Reset');
    this.#channel.reset(ms, ms);
  }
}

/**
 * The channel of a timer. As in Go since 1.23, a timer of the realm runs only while somebody waits on the channel;
 * otherwise the next operation looks at the clock. So a timer that nobody waits for holds nothing up: it neither keeps
 * a program alive nor hides a deadlock.
 */
class TimerChan extends Chan<Date> {
  readonly #name: string;
  /** When the next time is due, in milliseconds since 1970; undefined while stopped. */
  #when: number | undefined = undefined;
  /** From tick to tick; 0 for once. */
  #period = 0;
  #alarm: Alarm | undefined = undefined;

  constructor(name: string) {
    super(0, 0);
    this.#name = name;
  }

  /** The one place for a time that nobody took is not a buffer that a program can see. */
  override get length(): number {
    return 0;
  }

  override canReceive(): boolean {
    if (this.#alarm === undefined && this.#when !== undefined && Date.now() >= this.#when) {
      const tick = this.#next(this.#when);
      if (this.buffer.length === 0) this.buffer.push(tick);
    }
    return this.buffer.length > 0;
  }

  override addReceiver(receiver: Receiver<Date>): void {
    super.addReceiver(receiver);
    this.#watch();
  }

  override removeReceiver(receiver: Receiver<Date>): void {
    super.removeReceiver(receiver);
    if (this.receivers.first === undefined) this.#unwatch();
  }

  stop(): boolean {
    const pending = this.#when !== undefined;
    this.#when = undefined;
    this.#unwatch();
    if (this.buffer.length === 0) return pending;
    this.buffer.shift();
    return true;
  }

  reset(ms: number, period: number): boolean {
    const pending = this.stop();
    this.#when = Date.now() + ms;
    this.#period = period;
    this.#watch();
    return pending;
  }

  #watch(): void {
    if (this.#alarm !== undefined || this.#when === undefined || this.receivers.first === undefined) return;
    const when = this.#when;
    this.#alarm = new Alarm(Math.max(0, when - Date.now()), () => {
      this.#alarm = undefined;
      const tick = this.#next(when);
      this.receivers.shift()?.accept(tick);
      this.#watch();
    });
  }

  #unwatch(): void {
    this.#alarm?.stop();
    this.#alarm = undefined;
  }

  /** Takes the tick that is due and works out the next; those that were missed in between are left out. */
  #next(when: number): Date {
    const late = Math.max(0, Date.now() - when);
    this.#when = this.#period === 0 ? undefined : when + this.#period * (1 + Math.floor(late / this.#period));
    return new Date(when);
  }

  override describe(): string {
    return `the channel of ${this.#name}${this.#when === undefined ? ', which is stopped' : ''}`;
  }
}
