import type {
  BlockedTask,
  ConsoleEntry,
  Location,
  Outcome,
  OutcomeKind,
  OutcomeReason,
  Preview,
  SpanLine,
} from '../contract.ts';
import type { WorkerReport } from '../messages.ts';

/** Reads what a worker sent. The sender is a stranger: what has not the exact form is `undefined`, never trusted in part. */
export function parseReport(json: string): WorkerReport | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  switch (value['kind']) {
    case 'console':
      return isList(value['entries'], isConsoleEntry) && isCount(value['suppressed'])
        ? { kind: 'console', entries: value['entries'], suppressed: value['suppressed'] }
        : undefined;
    case 'request':
      return parseRequest(value);
    case 'ended':
      return parseEnded(value);
    default:
      return undefined;
  }
}

function parseRequest(value: Record<string, unknown>): WorkerReport | undefined {
  const { id, method, url, headers, atMs } = value;
  if (!isCount(id) || !isText(method, 20) || !isText(url, 2_048) || !URL.canParse(url) || !isTime(atMs))
    return undefined;
  if (!isList(headers, isHeader) || headers.length > 100) return undefined;
  return { kind: 'request', id, method, url, headers, atMs };
}

/** What a worker itself may say of its end; `stopped` and `crashed` are not for it to say. */
const OUTCOMES: ReadonlySet<unknown> = new Set<OutcomeKind>(['ok', 'error', 'deadlock', 'leak', 'stuck', 'limit']);
const REASONS: ReadonlySet<unknown> = new Set<OutcomeReason>(['virtual-time', 'undelivered']);

function parseEnded({ outcome, lines }: Record<string, unknown>): WorkerReport | undefined {
  return isOutcome(outcome) && isList(lines, isSpanLine) ? { kind: 'ended', outcome, lines } : undefined;
}

function isSpanLine(value: unknown): value is SpanLine {
  return isRecord(value) && isText(value['spanId'], 16) && isLocation(value['at']);
}

function isOutcome(value: unknown): value is Outcome {
  if (!isRecord(value)) return false;
  const { kind, reason, message, at, tasks, clockMs } = value;
  if (!OUTCOMES.has(kind) || (reason !== undefined && !REASONS.has(reason))) return false;
  return isText(message, 20_000) && isTime(clockMs) && isList(tasks, isTask) && (at === undefined || isLocation(at));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= 10_000 && value.every((item) => is(item));
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isHeader(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && isText(value[0], 200) && isText(value[1], 8_192);
}

function isLocation(value: unknown): value is Location {
  return isRecord(value) && isText(value['file'], 200) && isCount(value['line']) && isCount(value['column']);
}

function isTask(value: unknown): value is BlockedTask {
  if (!isRecord(value)) return false;
  const { name, operation, at } = value;
  return isText(name, 200) && isText(operation, 500) && (at === undefined || isLocation(at));
}

const LEVELS: ReadonlySet<unknown> = new Set(['log', 'debug', 'info', 'warn', 'error']);

function isConsoleEntry(value: unknown): value is ConsoleEntry {
  if (!isRecord(value)) return false;
  const { level, values, at, atMs } = value;
  if (!LEVELS.has(level) || !isTime(atMs) || (at !== undefined && !isLocation(at))) return false;
  return isList(values, isPreview);
}

/** Previews are at most a few levels deep when an honest worker makes them. */
const MAX_PREVIEW_DEPTH = 16;

function isPreview(value: unknown): value is Preview {
  return previewAt(value, 0);
}

function previewAt(value: unknown, depth: number): value is Preview {
  if (depth > MAX_PREVIEW_DEPTH || !isRecord(value)) return false;
  const inner = (item: unknown): item is Preview => previewAt(item, depth + 1);
  switch (value['kind']) {
    case 'primitive':
      return isText(value['type'], 20) && isText(value['text'], 20_000);
    case 'opaque':
      return isText(value['text'], 20_000);
    case 'list':
      return isText(value['name'], 200) && isList(value['items'], inner) && isCount(value['more']);
    case 'object':
      return isText(value['name'], 200) && isCount(value['more']) && isList(value['entries'], isEntry(inner));
    case 'error':
      return (
        isText(value['name'], 20_000) &&
        isText(value['message'], 20_000) &&
        isList(value['stack'], isLocation) &&
        (value['cause'] === undefined || inner(value['cause'])) &&
        (value['errors'] === undefined || isList(value['errors'], inner))
      );
    default:
      return false;
  }
}

function isEntry(inner: (item: unknown) => item is Preview) {
  return (item: unknown): item is { readonly key: string; readonly value: Preview } =>
    isRecord(item) && isText(item['key'], 20_000) && inner(item['value']);
}
