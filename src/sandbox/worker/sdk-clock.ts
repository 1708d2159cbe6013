import type { Clock } from './clock.ts';
import { VIRTUAL_EPOCH_MS } from './clock.ts';
import { native } from './natives.ts';
import type { SdkGlobals } from './runtime.ts';

/**
 * Time as the OpenTelemetry bundle sees it.
 *
 * The SDK takes a span's start from `Date.now()` and its end from `performance.now()`. Browsers round the first to whole
 * ms and the second to 100 µs, so short spans come out empty or begin before their parents. On the real clock both
 * therefore read one strictly increasing source, and the pair of calls in a span's constructor sees one instant.
 */
export class SdkClock {
  #clock: Clock | undefined;
  #virtual = false;
  #random: () => number = Math.random.bind(Math);
  #last = 0;
  #held = -1;
  /** Timers that the SDK set while its bundle loaded, before there was a run. None is expected. */
  readonly globals: SdkGlobals;

  constructor() {
    const NativeDate = native.Date;
    const epochMs = (): number => this.#epochMs();
    const timeOrigin = (): number => (this.#virtual ? VIRTUAL_EPOCH_MS : native.timeOrigin);
    class SdkDate extends NativeDate {
      constructor(...args: [] | [number | string | Date]) {
        if (args.length === 0) super(epochMs());
        else super(args[0]);
      }
      static override now(): number {
        return epochMs();
      }
      static override [Symbol.hasInstance](value: unknown): boolean {
        return value instanceof NativeDate;
      }
    }
    this.globals = {
      Date: SdkDate as unknown as DateConstructor,
      performance: {
        now: () => this.#performanceMs(),
        get timeOrigin(): number {
          return timeOrigin();
        },
      },
      setTimeout: (handler, ms = 0) => this.#running().set('sdk', handler, ms, false),
      clearTimeout: (id) => {
        if (id !== undefined) this.#running().cancel(id);
      },
      setInterval: (handler, ms = 0) => this.#running().set('sdk', handler, ms, true),
      clearInterval: (id) => {
        if (id !== undefined) this.#running().cancel(id);
      },
      random: () => this.#random(),
    };
  }

  /** Ties the SDK to the clock and the seed of the run that begins. */
  attach(clock: Clock, virtual: boolean, random: () => number): void {
    this.#clock = clock;
    this.#virtual = virtual;
    this.#random = random;
  }

  #running(): Clock {
    if (!this.#clock) throw new Error('OpenTelemetry set a timer before the run began.');
    return this.#clock;
  }

  #epochMs(): number {
    if (this.#virtual) return VIRTUAL_EPOCH_MS + this.#running().nowMs();
    this.#held = this.#tick();
    return native.timeOrigin + this.#held;
  }

  #performanceMs(): number {
    if (this.#virtual) return this.#running().nowMs();
    if (this.#held >= 0) {
      const held = this.#held;
      this.#held = -1;
      if (held === this.#last && native.now() - held < 0.25) return held;
    }
    return this.#tick();
  }

  /** Strictly increasing, in steps of 1 µs where the browser's clock stands still. */
  #tick(): number {
    const now = native.now();
    this.#last = now > this.#last ? now : this.#last + 0.001;
    return this.#last;
  }
}
