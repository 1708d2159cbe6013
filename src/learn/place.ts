/** Where the reader was last. */
export interface Place {
  /** The lesson's path, such as `31-concurrency/worker-pool`. */
  readonly lesson: string;
  /** The id of the heading that was being read, if it was not the top. */
  readonly heading: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The key in `localStorage`. Not in the database: every page shows "continue" in its header, and the database answers only
 * after that has been painted. Nothing but this pointer is kept there.
 */
const KEY = 'traced-patterns-place';

/** The place that a value says, if it is one. Its parts become an address, so they are taken for nothing else. */
export function readPlace(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { lesson, heading, at }: Partial<Record<keyof Place, unknown>> = value;
  if (typeof lesson !== 'string' || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(lesson) || typeof at !== 'number')
    return undefined;
  return { lesson, heading: typeof heading === 'string' && heading !== '' ? heading : undefined, at };
}

/** Where the reader was last, or undefined where that is not known or the browser does not say. */
export function loadPlace(): Place | undefined {
  try {
    return readPlace(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** Keeps the place. Where the browser refuses, nobody is told: there is then no "continue", and nothing else is missing. */
export function savePlace(place: Place): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Storage is denied or full.
  }
}
