/** Parsed OTLP JSON: one object with any number of envelopes of any signal. */
import { decodeObject, OtlpError } from '../otlp/index.ts';
import type { Decoded } from '../otlp/index.ts';
import type { Signal } from '../otlp/telemetry.ts';
import { ofError } from './collect.ts';
import type { Collection } from './collect.ts';
import { isPlainSpan } from './plain.ts';
import type { OnProgress, Place } from './result.ts';

const ENVELOPES = [
  ['resourceSpans', 'traces', ['scopeSpans', 'spans']],
  ['resourceMetrics', 'metrics', ['scopeMetrics', 'metrics']],
  ['resourceLogs', 'logs', ['scopeLogs', 'logRecords']],
] as const satisfies readonly (readonly [string, Signal, readonly [string, string]])[];

/** Whether an object is OTLP: it has a list of envelopes, even an empty one. */
export function isOtlp(raw: object): boolean {
  return ENVELOPES.some(([name]) => name in raw);
}

/**
 * Reads every envelope on its own, so that a bad resource costs its own spans and no others. `outer` is where the object
 * stands in the file.
 */
export function readOtlp(raw: object, into: Collection, outer: Place = {}, onProgress?: OnProgress): void {
  const prefix = outer.path === undefined ? '' : `${outer.path}.`;
  for (const [name, signal, inner] of ENVELOPES) {
    const envelopes = (raw as Readonly<Record<string, unknown>>)[name] ?? undefined;
    if (envelopes === undefined) continue;
    if (!Array.isArray(envelopes)) {
      into.leaveOut({ key: 'rule', text: 'must be a list' }, { ...outer, path: `${prefix}${name}` });
      continue;
    }
    const moved = (error: OtlpError, index: number): OtlpError =>
      new OtlpError(`${prefix}${error.place.replace(`${name}[0]`, `${name}[${index}]`)}`, error.problem);
    for (const [index, envelope] of envelopes.entries()) {
      try {
        const take = ({ telemetry, rejected }: Decoded, at: (error: OtlpError) => OtlpError): void => {
          into.add(telemetry);
          // One problem may cost several items (a metric all its points), so they are counted apart.
          for (const problem of rejected.problems) into.leaveOut(...ofError(moved(at(problem), index), outer), 0);
          into.countOnly(rejected.count);
        };
        if (signal === 'traces' && isObject(envelope)) readSpans(envelope, into, take);
        else take(decodeObject({ [name]: [envelope] }, [signal]), (error) => error);
      } catch (error) {
        if (!(error instanceof OtlpError)) throw error;
        into.leaveOut(...ofError(moved(error, index), outer), Math.max(1, countItems(envelope, inner)));
      }
      onProgress?.({ stage: 'read', done: index + 1, total: envelopes.length });
    }
  }
}

/**
 * The spans of one envelope: those that are plain go into columns as they are, the others, run by run so that the order
 * holds, by the rules. Throws `OtlpError` for a bad resource or scope.
 */
function readSpans(
  envelope: object,
  into: Collection,
  take: (decoded: Decoded, at: (error: OtlpError) => OtlpError) => void,
): void {
  const scopes = listIn(envelope, 'scopeSpans');
  // A stand-in for the spans of each scope shows whether resource and scopes are good, and what they are.
  const stubs = scopes.map((scope) => (isObject(scope) ? { ...scope, spans: [STUB] } : scope));
  const scopeSpans = scopes.length === 0 ? (envelope as Readonly<Record<string, unknown>>)['scopeSpans'] : stubs;
  const owners = decodeObject({ resourceSpans: [{ ...envelope, scopeSpans }] }, ['traces']).telemetry.spans;
  for (const [index, scope] of scopes.entries()) {
    const owner = owners[index];
    const spans = isObject(scope) ? (scope as { readonly spans?: unknown }).spans : undefined;
    if (owner === undefined || spans === undefined || spans === null) continue;
    const bySlow = (run: unknown, first: number): void => {
      const decoded = decodeObject(
        { resourceSpans: [{ ...envelope, scopeSpans: [{ ...(scope as object), spans: run }] }] },
        ['traces'],
      );
      take(decoded, (error) => new OtlpError(placeInScope(error.place, index, first), error.problem));
    };
    if (!Array.isArray(spans) || spans.length > MOST_SPANS) {
      bySlow(spans, 0);
      continue;
    }
    const list: readonly unknown[] = spans;
    for (let at = 0; at < list.length; at += 1) {
      const span = list[at];
      if (isPlainSpan(span)) {
        into.addPlain(span, owner.resource, owner.scope);
        continue;
      }
      const first = at;
      while (at + 1 < list.length && !isPlainSpan(list[at + 1])) at += 1;
      bySlow(list.slice(first, at + 1), first);
    }
  }
}

/** More are refused by the rules. */
const MOST_SPANS = 500_000;

const STUB = {
  traceId: '1'.repeat(32),
  spanId: '1'.repeat(16),
  name: 'stub',
  startTimeUnixNano: '1',
  endTimeUnixNano: '1',
};

/** A place in a run of spans as a place in the scope and envelope that the run was cut from. */
function placeInScope(place: string, scope: number, first: number): string {
  return place
    .replace('.scopeSpans[0]', `.scopeSpans[${scope}]`)
    .replace(/\.spans\[(\d+)\]/, (_, at: string) => `.spans[${Number(at) + first}]`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How many items an unreadable envelope held, as far as that can be told. */
function countItems(envelope: unknown, [scopes, items]: readonly [string, string]): number {
  return listIn(envelope, scopes).reduce<number>((sum, scope) => sum + listIn(scope, items).length, 0);
}

function listIn(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const list = (value as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(list) ? list : [];
}
