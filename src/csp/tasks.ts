/**
 * The book-keeping behind verdicts: which tasks live and which operations are blocked.
 *
 * Readers never import this file; whoever runs their code does, to tell a deadlock or a leak from a run that is merely
 * waiting for a timer. An operation is listed exactly while its promise is pending. There is one registry to a realm,
 * because there is one program to a realm.
 */
import { seed } from './random.ts';

export { seed };

/** What a blocked operation is doing, by the name that Go's own reports would use where there is one. */
export type OperationKind =
  | 'send'
  | 'receive'
  | 'select'
  | 'wait'
  | 'lock'
  | 'rlock'
  | 'acquire'
  | 'once'
  | 'go'
  | 'sleep';

/** A task that has not ended. */
export interface TaskInfo {
  /** `main` or `go #3`. */
  readonly name: string;
  /** The stack of the `go` that started it, where stacks were captured. */
  readonly stack: string | undefined;
}

/** An operation whose promise is pending. */
export interface BlockedOperation {
  /** `main` or `go #3`; undefined where stacks were not captured or did not tell. */
  readonly task: string | undefined;
  readonly operation: OperationKind;
  /** What it waits on, in words: `channel #2 (unbuffered)`. */
  readonly channel: string;
  /** A timer ends it by itself (`sleep`): never part of a deadlock, but left over after main it is a leak. */
  readonly timed: boolean;
  /** Where it was called, where stacks were captured. */
  readonly stack: string | undefined;
}

/** The state of the program at one moment. */
export interface Snapshot {
  /** Tasks that have not ended; main counts as one until `mainEnded`. */
  readonly live: number;
  readonly tasks: readonly TaskInfo[];
  /** Oldest first. */
  readonly blocked: readonly BlockedOperation[];
}

/** Called with what a task threw and which task that was. */
export type PanicHandler = (error: unknown, task: TaskInfo) => void;

/** Something that can be listed as blocked: an element of a list that threads through its members. */
export abstract class Operation {
  earlier: Operation | undefined = undefined;
  later: Operation | undefined = undefined;
  blocked = false;
  stack: string | undefined = undefined;

  abstract get kind(): OperationKind;

  /** What it waits on, in words. Called only for a snapshot. */
  abstract describe(): string;

  get timed(): boolean {
    return false;
  }
}

interface Task {
  readonly id: number;
  readonly stack: string | undefined;
}

/** Marks the frames of a task in a stack, so that the task can be named later. */
const FRAME = 'task#';
const FRAME_PATTERN = /task#(\d+)/;
/** Frames kept while capturing: the task's own frame is the outermost, and V8 keeps only 10 by default. */
const CAPTURED_FRAMES = 64;

const tasks = new Set<Task>();
let mainLives = true;
let lastTask = 0;
let lastChannel = 0;
let oldest: Operation | undefined;
let newest: Operation | undefined;
let capturing = false;
let usualFrames: unknown;
let panicHandler: PanicHandler = rethrow;

/** Go's panic ends the program; without a handler the error becomes an uncaught one, which ends or reports it too. */
function rethrow(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** Lists an operation as blocked. Every `block` is followed by one `unblock`, before the operation's promise settles. */
export function block(operation: Operation): void {
  operation.blocked = true;
  operation.earlier = newest;
  if (newest === undefined) oldest = operation;
  else newest.later = operation;
  newest = operation;
  if (capturing) operation.stack = new Error('blocked here').stack;
}

/** Takes an operation off the list; does nothing if it is not on it (after a `reset`). */
export function unblock(operation: Operation): void {
  if (!operation.blocked) return;
  operation.blocked = false;
  const { earlier, later } = operation;
  if (earlier === undefined) oldest = later;
  else earlier.later = later;
  if (later === undefined) newest = earlier;
  else later.earlier = earlier;
  operation.earlier = undefined;
  operation.later = undefined;
}

/** Numbers channels in the order in which they are made. */
export function nextChannelId(): number {
  lastChannel += 1;
  return lastChannel;
}

/**
 * Starts a task: what `go`, `WaitGroup.go`, `errGroup` and `afterFunc` have in common. The body begins in a later
 * microtask, never inside the call, as a Go statement never runs its function in the caller's stead. `ended` is called
 * after a body that did not throw, as part of the task.
 */
export function start(body: () => unknown, ended?: () => void): void {
  lastTask += 1;
  const task: Task = { id: lastTask, stack: capturing ? new Error('started here').stack : undefined };
  tasks.add(task);
  void run(task, capturing ? framed(task, body) : body, ended);
}

async function run(task: Task, body: () => unknown, ended: (() => void) | undefined): Promise<void> {
  await undefined;
  try {
    await body();
    ended?.();
  } catch (error) {
    panicHandler(error, { name: taskName(task.id), stack: task.stack });
  }
  tasks.delete(task);
}

/** `body` inside a function whose name tells the task: a name is all that an asynchronous stack keeps of it. */
function framed(task: Task, body: () => unknown): () => Promise<void> {
  const frame = async (): Promise<void> => {
    await body();
  };
  return Object.defineProperty(frame, 'name', { value: `${FRAME}${task.id}` });
}

function taskName(id: number): string {
  return `go #${id}`;
}

/** The innermost task among a stack's frames. A stack that names none is main's, as long as the engine names any. */
function taskOf(stack: string | undefined): string | undefined {
  if (stack === undefined) return undefined;
  const id = FRAME_PATTERN.exec(stack)?.[1];
  if (id !== undefined) return taskName(Number(id));
  return hasAsyncStacks ? 'main' : undefined;
}

/** Only V8 continues a stack across `await`; elsewhere an unnamed stack says nothing about its task. */
const hasAsyncStacks = typeof Reflect.get(Error, 'stackTraceLimit') === 'number';

/**
 * Turns the capture of stacks on or off: one for each blocking operation and each started task. It costs many times the
 * operation itself, so it is for the second look at a run that went wrong.
 */
export function capture(on: boolean): void {
  if (on === capturing) return;
  capturing = on;
  if (!hasAsyncStacks) return;
  if (on) {
    usualFrames = Reflect.get(Error, 'stackTraceLimit');
    Reflect.set(Error, 'stackTraceLimit', CAPTURED_FRAMES);
  } else {
    Reflect.set(Error, 'stackTraceLimit', usualFrames);
  }
}

/**
 * Says what happens when a task throws and nothing catches it, which in Go is a panic and ends the program. Without an
 * argument: the error is thrown again in a microtask of its own and so becomes an uncaught error of the realm.
 */
export function onPanic(handler: PanicHandler = rethrow): void {
  panicHandler = handler;
}

/** Says that main has returned: from here on it is no live task. */
export function mainEnded(): void {
  mainLives = false;
}

/** Forgets all tasks and operations and starts the numbering and the choices of `select` afresh, for a new run. */
export function reset(): void {
  while (oldest !== undefined) unblock(oldest);
  tasks.clear();
  mainLives = true;
  lastTask = 0;
  lastChannel = 0;
  seed();
}

/** What lives and what is blocked now. */
export function snapshot(): Snapshot {
  const listed: TaskInfo[] = mainLives ? [{ name: 'main', stack: undefined }] : [];
  for (const task of tasks) listed.push({ name: taskName(task.id), stack: task.stack });
  const blocked: BlockedOperation[] = [];
  for (let operation = oldest; operation !== undefined; operation = operation.later) {
    blocked.push({
      task: taskOf(operation.stack),
      operation: operation.kind,
      channel: operation.describe(),
      timed: operation.timed,
      stack: operation.stack,
    });
  }
  return { live: listed.length, tasks: listed, blocked };
}
