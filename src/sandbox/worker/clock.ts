import { VIRTUAL_LIMIT_MS } from '../messages.ts';
import { makeTurn, native } from './natives.ts';
import { TimerQueue, type TimerOwner } from './timers.ts';

/** 2000-01-01T00:00:00Z, where the virtual clock starts, as in Go's `testing/synctest`. */
export const VIRTUAL_EPOCH_MS = 946_684_800_000;

/** What moves time. Both clocks count what is in flight, so that a verdict is never given while an answer is on its way. */
export interface Clock {
  /** Milliseconds since the run began. */
  nowMs(): number;
  /** Timers that will move time by themselves. */
  readonly foreground: number;
  /** One-shot timers of the SDK: an export's time limit, a wait before the next try. */
  readonly sdkWaits: number;
  set(owner: TimerOwner, handler: () => void, ms: number, repeat: boolean): number;
  cancel(id: number): void;
  cancelReader(): void;
  /** An operation outside of the clock has begun; every `begin` needs its `end`. */
  begin(): void;
  end(): void;
  /** Fires the next timer, if there is one; false when time has reached the limit. */
  advance(): boolean;
  /** Asks to be told when nothing can go on without time moving. */
  watch(): void;
  stop(): void;
}

/** A delay as timers understand it: whole ms, not negative. */
function delay(ms: number): number {
  return ms > 0 ? Math.trunc(Math.min(ms, 2 ** 31 - 1)) : 0;
}

/**
 * Time that moves only when nothing else can happen: one timer at a time, each after a macrotask turn that left no
 * microtask and nothing in flight.
 */
export class VirtualClock implements Clock {
  readonly #timers = new TimerQueue();
  readonly #turn: () => void;
  #time = 0;
  #inFlight = 0;
  #watching = false;
  #stopped = false;

  constructor(onQuiet: () => void) {
    this.#turn = makeTurn(() => {
      this.#watching = false;
      if (this.#stopped || this.#inFlight > 0) return;
      onQuiet();
    });
  }

  nowMs(): number {
    return this.#time;
  }

  get foreground(): number {
    return this.#timers.foreground;
  }

  get sdkWaits(): number {
    return this.#timers.onceInBackground;
  }

  set(owner: TimerOwner, handler: () => void, ms: number, repeat: boolean): number {
    const wait = delay(ms);
    return this.#timers.add(this.#time + wait, handler, repeat ? Math.max(wait, 1) : 0, owner);
  }

  cancel(id: number): void {
    this.#timers.cancel(id);
  }

  cancelReader(): void {
    this.#timers.cancelReader();
  }

  begin(): void {
    this.#inFlight++;
  }

  end(): void {
    this.#inFlight--;
    this.watch();
  }

  advance(): boolean {
    const timer = this.#timers.take();
    if (timer) {
      if (timer.at > VIRTUAL_LIMIT_MS) return false;
      this.#time = Math.max(this.#time, timer.at);
      this.watch();
      timer.handler();
    }
    return true;
  }

  watch(): void {
    if (this.#watching || this.#stopped || this.#inFlight > 0) return;
    this.#watching = true;
    this.#turn();
  }

  stop(): void {
    this.#stopped = true;
  }
}

/** How often the real clock looks whether the program can still go on, in ms. */
const REAL_LOOK_MS = 10;

/** The machine's clock. Timers are the machine's too; they are only counted. */
export class RealClock implements Clock {
  readonly #start = native.now();
  readonly #live = new Map<number, { owner: TimerOwner; repeat: boolean }>();
  readonly #onQuiet: () => void;
  #foreground = 0;
  #sdkWaits = 0;
  #inFlight = 0;
  #look: number | undefined;
  #stopped = false;

  constructor(onQuiet: () => void) {
    this.#onQuiet = onQuiet;
  }

  nowMs(): number {
    return native.now() - this.#start;
  }

  get foreground(): number {
    return this.#foreground;
  }

  get sdkWaits(): number {
    return this.#sdkWaits;
  }

  set(owner: TimerOwner, handler: () => void, ms: number, repeat: boolean): number {
    const id: number = repeat
      ? native.setInterval(handler, ms)
      : native.setTimeout(() => {
          this.#forget(id);
          handler();
        }, ms);
    this.#live.set(id, { owner, repeat });
    this.#count(owner, repeat, 1);
    return id;
  }

  cancel(id: number): void {
    native.clearTimeout(id);
    this.#forget(id);
  }

  cancelReader(): void {
    for (const [id, { owner }] of this.#live) if (owner === 'reader') this.cancel(id);
  }

  begin(): void {
    this.#inFlight++;
  }

  end(): void {
    this.#inFlight--;
    this.watch();
  }

  /** Real time moves by itself. */
  advance(): boolean {
    this.watch();
    return true;
  }

  watch(): void {
    if (this.#stopped || this.#look !== undefined) return;
    this.#look = native.setTimeout(() => {
      this.#look = undefined;
      if (this.#stopped) return;
      if (this.#inFlight > 0) this.watch();
      else this.#onQuiet();
    }, REAL_LOOK_MS);
  }

  stop(): void {
    this.#stopped = true;
  }

  #forget(id: number): void {
    const timer = this.#live.get(id);
    if (!timer) return;
    this.#live.delete(id);
    this.#count(timer.owner, timer.repeat, -1);
  }

  #count(owner: TimerOwner, repeat: boolean, by: 1 | -1): void {
    if (owner !== 'sdk') this.#foreground += by;
    else if (!repeat) this.#sdkWaits += by;
  }
}
