/** How `threads` reaches the sandbox, which starts threads and knows in which one a program runs. */

/** A thread that has been started. */
export interface Member {
  /** Settles when the thread can take messages. */
  readonly ready: Promise<void>;
  /** Gives the thread a message and waits for what its function returns. */
  call(message: unknown): Promise<unknown>;
}

/** What the sandbox provides. */
export interface Door {
  /** Starts a thread that runs the exported function of this name. */
  start(work: string, name: string): Member;
  /** The thread in which this code runs. */
  readonly current: { readonly id: number; readonly name: string };
}

const doors: Door[] = [];

/** Opens the door; the sandbox does it before the program starts. */
export function openDoor(opened: Door): void {
  doors[0] = opened;
}

/** The open door. */
export function door(): Door {
  const [open] = doors;
  if (!open) throw new Error('threads works in the sandbox only.');
  return open;
}
