import type { CheckResult } from '../../checks/index.ts';
import type { Span, Telemetry } from '../../otlp/telemetry.ts';
import { formatDuration } from '../../trace/index.ts';
import { GRADE_WORDS } from './grade-words.ts';
import type { Grade } from './grading.ts';
import type { Language } from './strings.ts';

/** Spans that a check names one by one. */
const MOST_SPANS = 4;

/** A report in words, in one language. */
export interface Report {
  /** How many checks passed, in one sentence. */
  readonly head: string;
  readonly lines: readonly ReportLine[];
}

/** One check. */
export interface ReportLine {
  readonly ok: boolean;
  readonly title: string;
  /** Where the check failed: sentences, and the spans that they are about. */
  readonly failure?: {
    readonly expected: string;
    readonly found: string;
    readonly spans: readonly NamedSpan[];
    /** Spans beyond those that are named. */
    readonly more: number;
  };
}

/** A span with a name that tells it from others of its kind. */
export interface NamedSpan {
  readonly span: Span;
  readonly label: string;
}

/** Puts the result of an exercise in words. `hasHidden`: a right answer was repeated with other inputs. */
export function reportOf({ hidden, results, run }: Grade, hasHidden: boolean, language: Language): Report {
  const words = GRADE_WORDS[language];
  const good = results.filter(({ ok }) => ok).length;
  const bad = results.length - good;
  const allPassed = hasHidden ? words.allPassedTwice(good) : words.allPassed(good);
  const somePassed = hidden ? words.hiddenPassed(good, bad) : words.somePassed(good, bad);
  const lines = results.map((result) => lineOf(result, run.telemetry, language));
  if (bad === 0 && hasHidden) lines.push({ ok: true, title: words.sameHidden });
  return { head: bad === 0 ? allPassed : somePassed, lines };
}

function lineOf(
  { ok, title, expected, actual, spanIds }: CheckResult,
  telemetry: Telemetry,
  language: Language,
): ReportLine {
  const key = language === 'en' ? 'en' : 'zh-cn';
  if (ok) return { ok, title: title[key] };
  const wanted = new Set(spanIds);
  const concerned = telemetry.spans
    .filter(({ spanId }) => wanted.has(spanId))
    .toSorted((a, b) => Number(a.startTimeUnixNano - b.startTimeUnixNano));
  const origin = earliest(telemetry);
  return {
    ok,
    title: title[key],
    failure: {
      expected: sentence(expected[key]),
      found: sentence(actual[key]),
      spans: toldApart(
        concerned.slice(0, MOST_SPANS).map((span) => ({
          span,
          label: GRADE_WORDS[language].spanAt(span.name, formatDuration(span.startTimeUnixNano - origin)),
        })),
        language,
      ),
      more: Math.max(0, concerned.length - MOST_SPANS),
    },
  };
}

/** Spans of one name that start together are told apart by how long they last. */
function toldApart(named: readonly NamedSpan[], language: Language): readonly NamedSpan[] {
  return named.map(({ span, label }) => {
    if (named.every((other) => other.span === span || other.label !== label)) return { span, label };
    const length = formatDuration(span.endTimeUnixNano - span.startTimeUnixNano);
    return { span, label: GRADE_WORDS[language].lasting(label, length) };
  });
}

/** Checks speak in parts of sentences; a report begins with a capital. */
function sentence(part: string): string {
  return part.charAt(0).toUpperCase() + part.slice(1);
}

function earliest({ spans }: Telemetry): bigint {
  return spans.reduce(
    (first, { startTimeUnixNano: start }) => (start < first ? start : first),
    spans[0]?.startTimeUnixNano ?? 0n,
  );
}
