/**
 * `import { thread, currentThread } from "threads"`: real Web Workers, each with an event loop of its own.
 *
 * A thread shares nothing with the program that started it: what is passed is copied, the trace context too, so it
 * travels as text, in a `traceparent`. Threads run on the real clock only and end with the program.
 */
import { door } from './thread-door.ts';

/** A thread that runs one function for whoever calls. */
export interface Thread<In, Out> {
  readonly name: string;
  /** Settles when the thread has loaded its files. A call before that waits. */
  readonly ready: Promise<void>;
  /** Copies the message to the thread and waits for what its function returns, or for the error that it throws. */
  call(message: In): Promise<Out>;
}

/**
 * Starts a thread that runs `work` once for each call.
 *
 * @param work a function that a file other than the entry exports under its own name: the thread loads these files anew.
 * @param name becomes `thread.name`.
 * @throws Error on the virtual clock, in a thread, or beyond 8 threads.
 */
export function thread<In, Out>(work: (message: In) => Promise<Out> | Out, name: string): Thread<In, Out> {
  const member = door().start(work.name, name);
  return { name, ready: member.ready, call: (message) => member.call(message) as Promise<Out> };
}

/** The thread in which this code runs; the program itself is `main` with the number 1. */
export function currentThread(): { readonly id: number; readonly name: string } {
  return door().current;
}
