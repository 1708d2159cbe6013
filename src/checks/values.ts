import type { AnyValue, Attribute } from '../otlp/telemetry.ts';

/** An attribute value as plain JavaScript. An `int` is a number where a number holds it exactly, else a bigint. */
export type Plain =
  | string
  | number
  | bigint
  | boolean
  | Uint8Array
  | undefined
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/** What an attribute must be: that very value, a pattern its text must match, or a condition it must meet. */
export type Expected = string | number | bigint | boolean | RegExp | readonly Plain[] | ((value: Plain) => boolean);

/** The value of an attribute as plain JavaScript; the empty value is `undefined`. */
export function plain(value: AnyValue): Plain {
  switch (value.kind) {
    case 'int':
      return value.value >= Number.MIN_SAFE_INTEGER && value.value <= Number.MAX_SAFE_INTEGER
        ? Number(value.value)
        : value.value;
    case 'array':
      return value.value.map(plain);
    case 'map':
      return Object.fromEntries(value.value.map((entry) => [entry.key, plain(entry.value)]));
    case 'empty':
      return undefined;
    default:
      return value.value;
  }
}

/** The attribute with this key, or undefined where there is none. */
export function find(attributes: readonly Attribute[], key: string): AnyValue | undefined {
  return attributes.find((attribute) => attribute.key === key)?.value;
}

/** Whether a value is there and is as expected; without `expected` it only has to be there. */
export function satisfies(value: AnyValue | undefined, expected?: Expected): boolean {
  if (value === undefined) return false;
  if (expected === undefined) return true;
  const actual = plain(value);
  if (typeof expected === 'function') return expected(actual);
  if (expected instanceof RegExp) return typeof actual === 'string' && new RegExp(expected).test(actual);
  if (typeof expected === 'object') return show(actual) === show(expected);
  return typeof expected === 'bigint' && typeof actual === 'number' ? actual === Number(expected) : actual === expected;
}

/** Whether all the named attributes are as expected. */
export function satisfiesAll(attributes: readonly Attribute[], wanted: Readonly<Record<string, Expected>>): boolean {
  return Object.entries(wanted).every(([key, expected]) => satisfies(find(attributes, key), expected));
}

/** A value as it appears in an explanation. */
export function show(value: Plain | Expected): string {
  if (typeof value === 'function') return '…';
  if (value instanceof RegExp) return String(value);
  if (value instanceof Uint8Array) return `bytes(${value.length})`;
  if (typeof value === 'bigint' || value === undefined) return String(value);
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}

/** `key = value` pairs for an explanation. */
export function showAll(wanted: Readonly<Record<string, Expected>>): string {
  return Object.entries(wanted)
    .map(([key, expected]) => `${key} = ${show(expected)}`)
    .join(', ');
}
