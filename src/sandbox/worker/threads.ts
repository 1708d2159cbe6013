/**
 * Threads of a program: workers that the program's worker starts from its own script. They inherit the frame's policy,
 * have no way to the page but through the program, whose messages the frame weighs, and die with it.
 */
import { openDoor, type Member } from '../../kit/thread-door.ts';
import {
  MAX_MESSAGES_PER_SECOND,
  type AnswerCommand,
  type Envelope,
  type RunCommand,
  type ThreadCommand,
  type ThreadReport,
  type WorkerReport,
} from '../messages.ts';
import { native } from './natives.ts';
import type { Crew, ThreadHome, ThreadPlace } from './runtime.ts';

/** As many as a small machine has cores; each loads the whole runtime. */
const MOST_THREADS = 8;
/** Requests of the first thread are numbered from here, those of the second from twice that. */
const NUMBERS = 1_000_000;

/** Lines that all threads of a run may print together; what comes after is only counted. */
const MOST_LINES = 1_000;
/** Room for these lines, in letters of their JSON. */
const MOST_ROOM = 200_000;

/** Weighs what threads print, all on one scale: each has a console of its own, and the page one for all. */
class Scale {
  #lines = 0;
  #room = 0;
  #second = 0;
  #messages = 0;

  /** Whether threads may send one more message in this second: the frame's own limit, kept where they can be ended. */
  admit(): boolean {
    const second = Math.trunc(native.now() / 1_000);
    if (second !== this.#second) this.#messages = 0;
    this.#second = second;
    this.#messages += 1;
    return this.#messages <= MAX_MESSAGES_PER_SECOND;
  }

  /** Whether this much may still be shown. */
  take(lines: number, room: number): boolean {
    this.#lines += lines;
    this.#room += room;
    return this.#lines <= MOST_LINES && this.#room <= MOST_ROOM;
  }
}

/** One thread, seen from the program. */
class Hand implements Member {
  readonly #worker: Worker;
  readonly #home: ThreadHome;
  readonly #scale: Scale;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  readonly #numbers: number;
  /** When its clock began, on the program's. */
  readonly #beganMs: number;
  readonly ready: Promise<void>;
  #calls = 0;
  #begun: (() => void) | undefined;
  #gone: (() => void) | undefined;
  #dismissed = false;
  readonly #onFlood: () => void;

  constructor(
    home: ThreadHome,
    scale: Scale,
    index: number,
    onFlood: () => void,
    thread: NonNullable<RunCommand['thread']>,
  ) {
    this.#home = home;
    this.#scale = scale;
    this.#onFlood = onFlood;
    this.#numbers = index * NUMBERS;
    this.#beganMs = home.clock.nowMs();
    this.#worker = new native.Worker(self.location.href);
    this.#worker.addEventListener('message', (event) => {
      if (native.messageData) this.#hear(native.apply(native.messageData, event, []) as Envelope | ThreadReport);
    });
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#home.fail(new Error(`the thread ${thread.name} failed: ${event.message}`));
    });
    // An odd factor: threads of one run, and of runs with neighbouring seeds, draw different ids.
    const seed = (home.command.seed + Math.imul(index, 0x9e3779b1)) >>> 0;
    const command: RunCommand = { ...home.command, seed, thread };
    home.clock.begin();
    this.ready = new Promise((resolve) => {
      this.#begun = () => {
        home.clock.end();
        resolve();
      };
    });
    this.#worker.postMessage(command);
  }

  call(message: unknown): Promise<unknown> {
    const n = ++this.#calls;
    return new Promise((resolve, reject) => {
      // Throws where the message cannot be copied; then nothing is waited for.
      this.#tell({ kind: 'call', n, message });
      this.#home.clock.begin();
      this.#waiting.set(n, { resolve, reject });
    });
  }

  answer(command: AnswerCommand): boolean {
    const id = command.id - this.#numbers;
    if (id <= 0 || id >= NUMBERS) return false;
    this.#worker.postMessage({ ...command, id }, [command.body.buffer]);
    return true;
  }

  /** Ends it at once; what it has sent and is still on its way is not looked at. */
  dismiss(): void {
    this.#dismissed = true;
    this.#worker.terminate();
  }

  async leave(): Promise<void> {
    if (this.#dismissed) return;
    await new Promise<void>((resolve) => {
      this.#gone = resolve;
      this.#tell({ kind: 'leave' });
    });
    this.#worker.terminate();
  }

  #tell(command: ThreadCommand): void {
    this.#worker.postMessage(command);
  }

  #hear(message: Envelope | ThreadReport): void {
    if (this.#dismissed) return;
    if (!this.#scale.admit()) {
      this.#onFlood();
      return;
    }
    if (!('kind' in message)) this.#passOn(message);
    else if (message.kind === 'ready') this.#begun?.();
    else if (message.kind === 'gone') this.#gone?.();
    else if (message.kind === 'failed') this.#home.fail(named(message));
    else {
      const waiting = this.#waiting.get(message.n);
      if (!waiting) return;
      this.#waiting.delete(message.n);
      if (message.kind === 'returned') waiting.resolve(message.value);
      else waiting.reject(named(message));
      this.#home.clock.end();
    }
  }

  /** What a thread prints and sends goes out as if the program had: in its name, on its scales, on its clock. */
  #passOn({ json, body }: Envelope): void {
    const report = native.parse(json) as WorkerReport;
    if (report.kind === 'request') {
      const { id, atMs } = report;
      this.#home.send({ ...report, id: id + this.#numbers, atMs: atMs + this.#beganMs }, body);
    } else if (report.kind === 'console') {
      const shown = this.#scale.take(report.entries.length, json.length) ? report.entries : [];
      const entries = shown.map((entry) => ({ ...entry, atMs: entry.atMs + this.#beganMs }));
      const suppressed = report.suppressed + report.entries.length - shown.length;
      this.#home.send({ kind: 'console', entries, suppressed });
    }
  }
}

function named({ name, message }: { readonly name: string; readonly message: string }): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

/** Lets a program start threads. */
export function employ(home: ThreadHome): Crew {
  const hands: Hand[] = [];
  const scale = new Scale();
  const onFlood = (): void => {
    for (const hand of hands) hand.dismiss();
    home.fail(new RangeError(`The threads sent more than ${MAX_MESSAGES_PER_SECOND} messages in a second.`));
  };
  openDoor({
    current: { id: 1, name: 'main' },
    start: (work, name) => {
      if (home.command.clock === 'virtual') {
        throw new Error(
          'Threads do not work on the virtual clock, which cannot see when they finish. Use the real clock.',
        );
      }
      if (hands.length >= MOST_THREADS) throw new RangeError(`A program can have ${MOST_THREADS} threads, not more.`);
      const index = hands.length + 1;
      const hand = new Hand(home, scale, index, onFlood, { id: index + 1, name, work });
      hands.push(hand);
      return hand;
    },
  });
  return {
    answer: (command) => hands.some((hand) => hand.answer(command)),
    leave: async () => {
      await Promise.all(hands.map((hand) => hand.leave()));
    },
  };
}

/** Makes this worker a thread: it loads the program's files, but not its entry, and runs one of their functions. */
export function serve({ command, load, flush }: ThreadPlace): (command: ThreadCommand) => void {
  const { id, name, work } = command.thread ?? { id: 0, name: '', work: '' };
  openDoor({
    current: { id, name },
    start: () => {
      throw new Error('A thread cannot start threads.');
    },
  });
  const post = (report: ThreadReport): void => native.post(report, []);
  const fail = (error: unknown): void => post({ kind: 'failed', ...words(error) });
  self.addEventListener('error', (event) => {
    event.preventDefault();
    fail(event.error ?? event.message);
  });
  self.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    fail(event.reason);
  });
  const loaded = load().then((files) => {
    const found = files.flatMap((file) => (typeof file[work] === 'function' ? [file[work]] : []));
    const [only] = found;
    if (only === undefined || found.length > 1) {
      throw new Error(`One file besides the entry must export a function "${work}"; ${found.length} do.`);
    }
    return only as (message: unknown) => unknown;
  });
  loaded.then(() => post({ kind: 'ready' }), fail);
  const call = async (n: number, message: unknown): Promise<void> => {
    try {
      post({ kind: 'returned', n, value: await (await loaded)(message) });
    } catch (error) {
      post({ kind: 'threw', n, ...words(error) });
    }
  };
  return (told) => {
    if (told.kind === 'call') void call(told.n, told.message);
    else void flush().then(() => post({ kind: 'gone' }), fail);
  };
}

function words(error: unknown): { readonly name: string; readonly message: string } {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}
