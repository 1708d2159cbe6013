import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';

/** A tree as text: a line for each span, its children below it. */
export function outline(spans: readonly ReadableSpan[]): string[] {
  const ids = new Set(spans.map((span) => span.spanContext().spanId));
  const parentOf = (span: ReadableSpan): string => {
    const id = span.parentSpanContext?.spanId ?? '';
    return ids.has(id) ? id : ''; // whose parent is not here: a top
  };
  const below = (parent: string, indent: string): string[] =>
    spans
      .filter((span) => parentOf(span) === parent)
      .toSorted((a, b) => startOf(a) - startOf(b))
      .flatMap((span) => [
        indent + lineOf(span),
        ...below(span.spanContext().spanId, `${indent}  `),
      ]);
  return below('', '');
}

function startOf({
  startTime: [seconds, rest],
}: ReadableSpan): number {
  return seconds * 1e9 + rest; // near enough to sort by
}

/** Nothing that changes from run to run: no id, no time. */
function lineOf({ name, kind, status }: ReadableSpan): string {
  const failed = status.code === SpanStatusCode.ERROR ? ' ✕' : '';
  return `${name} (${SpanKind[kind].toLowerCase()})${failed}`;
}

/** Throws if two outlines differ, and shows where. */
export function same(found: string[], wanted: string[]): void {
  const lines = diff(wanted, found);
  if (lines.every((line) => line.startsWith(' '))) return;
  throw new Error(lines.join('\n'));
}

/** `-` is missing, `+` is too much. For trees that fit a screen. */
function diff(wanted: string[], found: string[]): string[] {
  const [[want, ...wants], [find, ...finds]] = [wanted, found];
  if (want === undefined) return found.map((line) => `+ ${line}`);
  if (find === undefined) return wanted.map((line) => `- ${line}`);
  if (want === find) return [`  ${want}`, ...diff(wants, finds)];
  const less = [`- ${want}`, ...diff(wants, found)];
  const more = [`+ ${find}`, ...diff(wanted, finds)];
  return less.length <= more.length ? less : more;
}
