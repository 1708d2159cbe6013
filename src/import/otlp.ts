/** Parsed OTLP JSON: one object with any number of envelopes of any signal. */
import { decodeObject, OtlpError } from '../otlp/index.ts';
import type { Signal } from '../otlp/telemetry.ts';
import { ofError } from './collect.ts';
import type { Collection } from './collect.ts';
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
        const { telemetry, rejected } = decodeObject({ [name]: [envelope] }, [signal]);
        into.add(telemetry);
        // One problem may cost several items (a metric all its points), so they are counted apart.
        for (const problem of rejected.problems) into.leaveOut(...ofError(moved(problem, index), outer), 0);
        into.countOnly(rejected.count);
      } catch (error) {
        if (!(error instanceof OtlpError)) throw error;
        into.leaveOut(...ofError(moved(error, index), outer), Math.max(1, countItems(envelope, inner)));
      }
      onProgress?.({ stage: 'read', done: index + 1, total: envelopes.length });
    }
  }
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
