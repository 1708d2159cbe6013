import type { LogRecord } from '../otlp/telemetry.ts';
import { logsBySpan, logTime, type TraceForest } from '../trace/index.ts';
import { placeBar, spread } from './row.ts';
import type { TimeRange } from './range.ts';
import { severityMark, severityWord, toneOf, type Tone } from './severity.ts';
import { logWords, type LogTranslate } from './strings-logs.ts';
import type { Translate } from './strings.ts';
import type { LogMark, RowLogs } from './trace-row.tsx';
import { valueText } from './values.ts';

/** Percent of the bar that marks lie apart at least: what is nearer would be one blot. */
const APART = 0.75;

/** Letters of a record that its mark shows. */
const MOST_LETTERS = 120;

const GRAVITY: Readonly<Record<Tone, number>> = { bad: 2, warn: 1, good: 0 };

/** The bar of a row, or of the line that stands for several. */
export interface LoggedBar {
  /** Rows whose records are meant: `[firstRow, endRow)`. */
  readonly firstRow: number;
  readonly endRow: number;
  /** Where the bar begins and ends, in nanoseconds from the forest's origin. */
  readonly startNs: number;
  readonly endNs: number;
}

/** What rows and lines of groups show of the log records that name their spans; undefined where none does. */
export interface RowLogsOf {
  readonly row: (row: number) => RowLogs | undefined;
  readonly group: (group: LoggedBar) => RowLogs | undefined;
}

/**
 * Joins log records to rows. Rows are described when they are drawn, and kept, for a row is drawn again when it is given
 * something else.
 */
export function rowLogs(
  forest: TraceForest,
  logs: readonly LogRecord[],
  range: TimeRange,
  words: Translate,
): RowLogsOf {
  const t = logWords(words);
  const recordsOf = logsBySpan(logs);
  const kept = new Map<string, RowLogs | undefined>();
  const describe = (bar: LoggedBar): RowLogs | undefined => {
    const key = `${bar.firstRow} ${bar.endRow}`;
    if (kept.has(key)) return kept.get(key);
    const records = forest.spans.slice(bar.firstRow, bar.endRow).flatMap(recordsOf);
    const made =
      records.length === 0 ? undefined : { label: said(records, t), marks: marksOf(forest, bar, records, range, t) };
    kept.set(key, made);
    return made;
  };
  return {
    row: (row) =>
      describe({
        firstRow: row,
        endRow: row + 1,
        startNs: forest.startNs[row] ?? 0,
        endNs: forest.endNs[row] ?? 0,
      }),
    group: describe,
  };
}

/** `3 log records, the gravest ERROR`; what is no warning is not worth the word. */
function said(records: readonly LogRecord[], t: LogTranslate): string {
  const [first, ...others] = records;
  if (first === undefined) return '';
  const gravest = others.reduce((most, one) => (one.severityNumber > most.severityNumber ? one : most), first);
  const n = records.length;
  return toneOf(gravest) === 'good'
    ? t('logs.count', { n })
    : t('logs.countGravest', { n, severity: severityWord(gravest, t) });
}

function marksOf(
  forest: TraceForest,
  { startNs, endNs }: LoggedBar,
  records: readonly LogRecord[],
  range: TimeRange,
  t: LogTranslate,
): readonly LogMark[] {
  const bar = placeBar(startNs, endNs, range);
  // Where marks would lie on one another, the gravest is the one to see.
  const byGravity = records.toSorted((a, b) => GRAVITY[toneOf(b)] - GRAVITY[toneOf(a)]);
  const placed = byGravity.flatMap((record) => {
    // What was logged before or after the span stands at its end, as events do.
    const at = Math.max(startNs, Math.min(endNs, Number(logTime(record) - forest.originNs)));
    return at < range.fromNs || at > range.toNs ? [] : [{ record, place: bar.place(at) }];
  });
  return spread(placed, ({ place }) => place, APART).shown.map(({ record, place }) => {
    const text = record.eventName === '' ? valueText(record.body) : record.eventName;
    return { place, tone: toneOf(record), title: `${severityMark(record, t)} ${text.slice(0, MOST_LETTERS)}` };
  });
}
