import { start } from './tasks.ts';

/**
 * Starts a task that runs beside the caller: Go's `go f()`. It begins when the caller next waits; nothing waits for it
 * to end, so use a `WaitGroup`, an `errGroup` or a channel where something must.
 *
 * ```ts
 * go(async () => {
 *   await results.send(await work());
 * });
 * ```
 *
 * What the task throws and does not catch is Go's panic: the whole program ends with it.
 *
 * @param body The task. Arguments are given by closing over them, as in `go func() { … }()`.
 * @see https://go.dev/ref/spec#Go_statements
 */
export function go(body: () => unknown): void {
  start(body);
}
