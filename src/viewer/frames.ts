import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals';

/** A page that is not shown has no frames; what it follows is then followed at this pace, in milliseconds. */
const WITHOUT_FRAMES_MS = 100;

/** Work that takes longer than this, in milliseconds, leaves no room for more in the same frame. */
const SHORT_MS = 8;

/** Drawing takes at most about a third of the time: after a frame that took long, the next waits twice as long. */
const REST = 2;

/** A signal that follows another at the pace of the screen. */
export interface Followed<T> {
  readonly value: ReadonlySignal<T>;
  readonly stop: () => void;
}

/**
 * Follows a signal that may change many times a frame, so that what is computed from it is computed once. The first
 * change after a pause is passed on at once, later ones with the next frame.
 *
 * @param prepare computes of a value what will be asked of it first; where that takes long, the value is passed on in a
 * task of its own
 */
export function followByFrame<T>(source: ReadonlySignal<T>, prepare?: (value: T) => void): Followed<T> {
  const value = signal(source.peek());
  let waiting = false;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    waiting = false;
    if (value.peek() !== source.peek()) pass();
  };
  const nextFrame = (): void => {
    frame = requestAnimationFrame(open);
    timer = setTimeout(open, WITHOUT_FRAMES_MS);
  };
  const pass = (): void => {
    waiting = true;
    const next = source.peek();
    const prepared = timed(() => prepare?.(next));
    const give = (): void => {
      const given = timed(() => {
        value.value = next;
      });
      // Timers run after what the change has set off.
      const began = performance.now();
      timer = setTimeout(() => {
        const took = prepared + given + performance.now() - began;
        if (took < SHORT_MS) nextFrame();
        else timer = setTimeout(nextFrame, took * REST);
      });
    };
    if (prepared < SHORT_MS) give();
    else timer = setTimeout(give);
  };
  const stop = effect(() => {
    const changed = source.value;
    untracked(() => {
      if (!waiting && changed !== value.peek()) pass();
    });
  });
  return {
    value,
    stop: () => {
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}

/** How long work takes, in milliseconds. */
function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** How long nothing must have changed, in milliseconds, for things to have come to rest. */
const QUIET_MS = 250;

/**
 * Whether a signal has changed a moment ago or since: what takes long is then better left until it is over. True from
 * the start, too, for what is drawn first should be drawn soon.
 */
export function followUnrest(source: ReadonlySignal<unknown>): Followed<boolean> {
  const value = signal(true);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    void source.value;
    untracked(() => {
      value.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        value.value = false;
      }, QUIET_MS);
    });
  });
  return {
    value,
    stop: () => {
      stop();
      clearTimeout(timer);
    },
  };
}

/** Calls back as soon as the next frame has been painted. Answers how to call it off. */
export function afterFrame(then: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    then();
  };
  // A message that is sent while the frame is made arrives when it has been.
  const frame = requestAnimationFrame(() => port2.postMessage(undefined));
  return () => {
    cancelAnimationFrame(frame);
    port1.close();
  };
}
