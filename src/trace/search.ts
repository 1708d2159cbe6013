import type { AnyValue, Attribute, Resource, Scope, Span } from '../otlp/telemetry.ts';
import type { TraceForest } from './forest.ts';
import type { Comparison, Condition, Term } from './query.ts';
import { serviceName } from './summary.ts';

/** The rows that fulfil a query. */
export interface SearchResult {
  /** 1 for each row that matches. */
  readonly matches: Uint8Array;
  /** The rows that match, ascending: for going to the next and the previous one. */
  readonly rows: Int32Array;
}

/**
 * Finds the rows that fulfil every term, in one pass. What is shared by many spans (resources, scopes, attributes that
 * are the same object) is looked at once; nothing is allocated for a row.
 */
export function searchRows(forest: TraceForest, terms: readonly Term[]): SearchResult {
  const tests = terms.map(({ condition, negated }) => ({ test: tester(condition), wanted: !negated }));
  // The tests that read numbers go first: they spare most rows the ones that read text.
  tests.sort((a, b) => a.test.cost - b.test.cost);
  const total = forest.spans.length;
  const matches = new Uint8Array(total);
  let count = 0;
  for (let row = 0; row < total; row += 1) {
    const span = forest.spans[row];
    if (span === undefined) continue;
    let all = true;
    for (const { test, wanted } of tests) {
      if (test.holds(span, row, forest) === wanted) continue;
      all = false;
      break;
    }
    if (!all) continue;
    matches[row] = 1;
    count += 1;
  }
  const rows = new Int32Array(count);
  let at = 0;
  for (let row = 0; row < total; row += 1) if (matches[row] === 1) rows[at++] = row;
  return { matches, rows };
}

interface Test {
  readonly cost: number;
  readonly holds: (span: Span, row: number, forest: TraceForest) => boolean;
}

function tester(condition: Condition): Test {
  switch (condition.field) {
    case 'status':
      return { cost: 0, holds: (span) => span.status.code === condition.code };
    case 'kind':
      return { cost: 0, holds: (span) => span.kind === condition.kind };
    case 'duration':
      return {
        cost: 0,
        holds: (_, row, { startNs, endNs }) =>
          compare((endNs[row] ?? 0) - (startNs[row] ?? 0), condition.comparison, condition.ns),
      };
    case 'self':
      return {
        cost: 0,
        holds: (_, row, { selfNs }) => compare(selfNs[row] ?? 0, condition.comparison, condition.ns),
      };
    case 'name': {
      const fits = matcher(condition.text, condition.exact);
      return { cost: 1, holds: (span) => fits(span.name) };
    }
    case 'service': {
      const fits = matcher(condition.text, condition.exact);
      const ofResource = remember((resource: Resource) => fits(serviceName({ resource })));
      return { cost: 1, holds: (span) => ofResource(span.resource) };
    }
    case 'attribute':
      return { cost: 2, holds: attributeTest(condition) };
    default:
      return { cost: 3, holds: textTest(condition.text) };
  }
}

function compare(value: number, comparison: Comparison, bound: number): boolean {
  switch (comparison) {
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    default:
      return value === bound;
  }
}

/** A regular expression compares without regard to case and without making a copy of each text in lower case. */
function matcher(text: string, exact: boolean): (value: string) => boolean {
  if (exact) return (value) => value === text;
  const pattern = new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`), 'iu');
  return (value) => pattern.test(value);
}

/** Asks once for each object. */
function remember<T extends object>(ask: (item: T) => boolean): (item: T) => boolean {
  const known = new Map<T, boolean>();
  return (item) => {
    let answer = known.get(item);
    if (answer === undefined) {
      answer = ask(item);
      known.set(item, answer);
    }
    return answer;
  };
}

/** The attributes of a span, its events, its scope and its resource: wherever a reader may have seen the key. */
function attributeTest({ key, comparison, value }: Condition & { readonly field: 'attribute' }): Test['holds'] {
  const bound = comparison === '=' ? 0 : Number(value);
  const fits = (found: AnyValue): boolean => {
    if (value === undefined) return true;
    if (found.kind === 'array') return found.value.some(fits);
    if (comparison === '=') return plainText(found) === value;
    if (found.kind === 'double') return compare(found.value, comparison, bound);
    return found.kind === 'int' && compare(Number(found.value), comparison, bound);
  };
  const any = (attributes: readonly Attribute[]): boolean => {
    for (const attribute of attributes) if (attribute.key === key && fits(attribute.value)) return true;
    return false;
  };
  const shared = remember((owner: Resource | Scope) => any(owner.attributes));
  return (span) => {
    if (any(span.attributes) || shared(span.resource) || shared(span.scope)) return true;
    for (const event of span.events) if (any(event.attributes)) return true;
    return false;
  };
}

function textTest(text: string): Test['holds'] {
  const fits = matcher(text, false);
  const id = /^[\da-f]{4,32}$/i.test(text) ? text.toLowerCase() : undefined;
  const inValue = (value: AnyValue): boolean => {
    switch (value.kind) {
      case 'array':
        return value.value.some(inValue);
      case 'map':
        return any(value.value);
      case 'string':
        return fits(value.value);
      default:
        return fits(plainText(value));
    }
  };
  // Names of attributes and most of their values occur again and again; the answer for each is kept for this search.
  const keys = new Map<string, boolean>();
  const keyFits = (key: string): boolean => {
    let answer = keys.get(key);
    if (answer === undefined) {
      answer = fits(key);
      keys.set(key, answer);
    }
    return answer;
  };
  function any(attributes: readonly Attribute[]): boolean {
    for (const { key, value } of attributes) if (keyFits(key) || inValue(value)) return true;
    return false;
  }
  const shared = remember((owner: Resource | Scope) => any(owner.attributes));
  const inScope = remember((scope: Scope) => fits(scope.name) || shared(scope));
  return (span) => {
    if (fits(span.name) || fits(span.status.message) || any(span.attributes)) return true;
    if (shared(span.resource) || inScope(span.scope)) return true;
    if (id !== undefined && (span.spanId.startsWith(id) || span.traceId.startsWith(id))) return true;
    for (const event of span.events) if (fits(event.name) || any(event.attributes)) return true;
    return false;
  };
}

/** A value as a reader would type it; lists, maps and bytes have no such form. */
function plainText(value: AnyValue): string {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'bool':
    case 'int':
    case 'double':
      return String(value.value);
    default:
      return '';
  }
}
