/**
 * What the threads of a page worked, by the browser's own trace. On a machine that others share, a task also waits for a
 * processor, sometimes longer than it works; the time of the thread leaves that out, and on an idle machine is the same.
 */
import type { Browser, Page } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly cat?: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What was measured besides. */
export interface ThreadTimes {
  /** Milliseconds that the page's main thread worked in its longest task since the last `since` mark. */
  readonly longestTask: number;
  /** Milliseconds that main thread and workers worked between the first `trace-data` and the last `trace-rows`. */
  readonly worked: number;
}

const TASK = 'RunTask';

/**
 * Uses a page and says what its threads did meanwhile.
 *
 * @param since the mark from which tasks count; without it in the page, all of them do
 */
export async function withThreads<T>(
  browser: Browser,
  page: Page,
  since: string,
  use: () => Promise<T>,
): Promise<T & ThreadTimes> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  let result: T;
  try {
    result = await use();
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  const file: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  return { ...result, ...timesOf(file.traceEvents, since) };
}

function timesOf(events: readonly TraceEvent[], since: string): ThreadTimes {
  const marks = (name: string): readonly TraceEvent[] =>
    events.filter((event) => event.name === name && event.cat === 'blink.user_timing');
  const rows = marks('trace-rows').at(-1);
  if (rows === undefined) throw new Error('The page set no mark "trace-rows", by which its thread is known.');
  const begin = marks('trace-data')[0]?.ts ?? 0;
  const from = marks(since).at(-1)?.ts ?? 0;
  const tasks = events.filter(({ pid, ph, name }) => pid === rows.pid && ph === 'X' && name === TASK);
  const main = tasks.filter(({ tid }) => tid === rows.tid);
  const workers = new Set(
    events
      .filter(
        ({ pid, name, args }) => pid === rows.pid && name === 'thread_name' && /Worker thread/.test(args?.name ?? ''),
      )
      .map(({ tid }) => tid),
  );
  let longest = 0;
  for (const { ts, dur = 0, tdur = 0 } of main) if (ts + dur > from) longest = Math.max(longest, tdur);
  // A task may stand within another one.
  const worked = [rows.tid, ...workers].reduce((sum, tid) => {
    const own = tasks.filter((task) => task.tid === tid && task.ts + (task.dur ?? 0) > begin && task.ts < rows.ts);
    let end = 0;
    for (const { ts, dur = 0, tdur = 0 } of own.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
      if (ts < end) continue;
      end = ts + dur;
      sum += tdur;
    }
    return sum;
  }, 0);
  return { longestTask: longest / 1000, worked: worked / 1000 };
}
