import type { ConsoleEntry, ConsoleLevel } from '../contract.ts';
import { native } from './natives.ts';
import { preview } from './preview.ts';
import { readerFrames } from './stacks.ts';

/** Lines of one run that are kept; what comes after is only counted. The page draws 2,000, some of them its own. */
const MAX_LINES = 1_990;
/** Room for all lines of one run, and for one of them, in letters: enough to read, too little to burden the page. */
const MAX_ROOM = 400_000;
const MAX_LINE_ROOM = 50_000;
/** Room after which a batch is sent, well below what one message may hold. */
const BATCH_ROOM = 50_000;
/** Lines sent together. */
const BATCH = 100;
/** Lines that are sent at once: they are seen even when a loop without an end follows. */
const AT_ONCE = 100;
/** Real time in ms within which later lines wait for others: each message is work for the page. */
const WAIT_MS = 20;
/** Lines for which the reader's line is looked up: it costs a stack each. */
const MAX_LOCATED = 200;

/** `console` as the reader sees it: entries go to the page as trees of text, in batches. */
export class ConsoleRecorder {
  readonly #send: (entries: readonly ConsoleEntry[], suppressed: number) => void;
  readonly #nowMs: () => number;
  #batch: ConsoleEntry[] = [];
  #lines = 0;
  #room = MAX_ROOM;
  #batchRoom = BATCH_ROOM;
  #suppressed = 0;
  #sentAtMs = 0;
  #waiting: number | undefined;

  constructor(nowMs: () => number, send: (entries: readonly ConsoleEntry[], suppressed: number) => void) {
    this.#nowMs = nowMs;
    this.#send = send;
  }

  /** The object that takes the place of `console`: its methods and what they print are those of the console standard. */
  readonly console = (): Record<string, (...values: unknown[]) => void> => {
    const level =
      (name: ConsoleLevel) =>
      (...values: unknown[]) =>
        this.record(name, values);
    const counts = new Map<string, number>();
    const timers = new Map<string, number>();
    const passed = (label: unknown): string =>
      `${label}: ${this.#nowMs() - (timers.get(String(label)) ?? this.#nowMs())} ms`;
    return {
      log: level('log'),
      debug: level('debug'),
      info: level('info'),
      warn: level('warn'),
      error: level('error'),
      trace: level('debug'),
      dir: (value) => this.record('log', [value]),
      dirxml: level('log'),
      table: (value) => this.record('log', [value]),
      group: level('log'),
      groupCollapsed: level('log'),
      groupEnd: () => undefined,
      clear: () => undefined,
      assert: (holds, ...values) => {
        if (!holds) this.record('error', ['Assertion failed', ...values]);
      },
      count: (label = 'default') => {
        const count = (counts.get(String(label)) ?? 0) + 1;
        counts.set(String(label), count);
        this.record('log', [`${String(label)}: ${count}`]);
      },
      countReset: (label = 'default') => void counts.delete(String(label)),
      time: (label = 'default') => void timers.set(String(label), this.#nowMs()),
      timeLog: (label = 'default', ...values) => this.record('log', [passed(label), ...values]),
      timeEnd: (label = 'default') => {
        this.record('log', [passed(label)]);
        timers.delete(String(label));
      },
    };
  };

  record(level: ConsoleLevel, values: readonly unknown[]): void {
    if (++this.#lines > MAX_LINES || this.#room <= 0) {
      this.#suppressed++;
      if (this.#overdue()) this.flush();
      return;
    }
    const at = this.#lines <= MAX_LOCATED ? readerFrames(new Error('').stack)[0] : undefined;
    const room = { left: Math.min(MAX_LINE_ROOM, this.#room) };
    const shown = values.slice(0, 50).map((value) => preview(value, room));
    const used = Math.min(MAX_LINE_ROOM, this.#room) - room.left;
    this.#room -= used;
    this.#batchRoom -= used;
    this.#batch.push({ level, values: shown, ...(at ? { at } : {}), atMs: this.#nowMs() });
    if (this.#lines <= AT_ONCE || this.#batch.length >= BATCH || this.#batchRoom <= 0 || this.#overdue()) this.flush();
    else this.#waiting ??= native.setTimeout(() => this.flush(), WAIT_MS);
  }

  #overdue(): boolean {
    return native.now() - this.#sentAtMs >= WAIT_MS;
  }

  /** Sends what is waiting. */
  flush(): void {
    native.clearTimeout(this.#waiting);
    this.#waiting = undefined;
    if (this.#batch.length === 0 && this.#suppressed === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#batchRoom = BATCH_ROOM;
    this.#sentAtMs = native.now();
    this.#send(batch, this.#suppressed);
  }
}
