import type { LogRecord } from '../otlp/telemetry.ts';
import type { LogTranslate } from './strings-logs.ts';

/** How grave a record is: `bad` from ERROR on, `warn` from WARN on. */
export type Tone = 'good' | 'warn' | 'bad';

/** Ranges as in the logs data model: WARN from 13, ERROR from 17. */
export function toneOf({ severityNumber }: LogRecord): Tone {
  if (severityNumber >= 17) return 'bad';
  return severityNumber >= 13 ? 'warn' : 'good';
}

/** The severity as its sender wrote it, else by its number: `WARN`. */
export function severityWord({ severityNumber, severityText }: LogRecord, t: LogTranslate): string {
  if (severityText !== '') return severityText;
  const names = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;
  return names[Math.floor((severityNumber - 1) / 4)] ?? t('logs.unspecified');
}

/** The severity by shape and word: `✕ ERROR`. */
export function severityMark(record: LogRecord, t: LogTranslate): string {
  return SHAPES[toneOf(record)] + severityWord(record, t);
}

const SHAPES: Readonly<Record<Tone, string>> = { good: '', warn: '▲ ', bad: '✕ ' };
