/**
 * Readers of single fields, shared by every signal. They take what `JSON.parse` makes and what the protobuf reader makes
 * (which uses the same names), so that the rules of OTLP stand in one place.
 *
 * Rules: OTLP specification, "JSON Protobuf Encoding", and the ProtoJSON mapping it refers to. A field that is absent or
 * null has its default; keys that are not asked for are never looked at.
 */
import { inside, OtlpError } from './error.ts';
import { MAX_LIST_LENGTH, MAX_VALUE_DEPTH } from './limits.ts';
import type { AnyValue, Attribute } from './telemetry.ts';

/** A message whose fields have not been checked yet. */
export type Wire = Readonly<Record<string, unknown>>;

const UINT64_MAX = (1n << 64n) - 1n;
const INT64_MIN = -(1n << 63n);
const INT64_MAX = (1n << 63n) - 1n;
const UINT32_MAX = 2 ** 32 - 1;
const INT32_MAX = 2 ** 31 - 1;

/** A short form of anything, for the end of a sentence. */
function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function wrong(name: string, rule: string, value: unknown): OtlpError {
  return new OtlpError(name, `must be ${rule}, but is ${shown(value)}`);
}

/** The value itself if it is a message; throws `OtlpError` at `name` otherwise. */
export function message(value: unknown, name: string): Wire {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(name, 'an object', value);
  return value as Wire;
}

/** The message in a field, or undefined where the field is absent. */
export function optional(wire: Wire, name: string): Wire | undefined {
  const value = wire[name];
  return value === undefined || value === null ? undefined : message(value, name);
}

/** The items of a repeated field, unread. An absent field is an empty list. */
export function items(wire: Wire, name: string): readonly unknown[] {
  const value = wire[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(name, 'a list', value);
  if (value.length > MAX_LIST_LENGTH) {
    throw new OtlpError(name, `has ${value.length} entries; more than ${MAX_LIST_LENGTH} are not read`);
  }
  return value;
}

/** Every message of a repeated field, read by `read`. */
export function list<T>(wire: Wire, name: string, read: (item: Wire) => T): readonly T[] {
  return items(wire, name).map((item, index) => {
    try {
      return read(message(item, ''));
    } catch (error) {
      throw inside(`${name}[${index}]`, error);
    }
  });
}

/** A string; `''` where the field is absent. */
export function string(wire: Wire, name: string): string {
  const value = wire[name] ?? '';
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
  return value;
}

/** A boolean; false where the field is absent. */
export function bool(wire: Wire, name: string): boolean {
  const value = wire[name] ?? false;
  if (typeof value !== 'boolean') throw wrong(name, 'true or false', value);
  return value;
}

function integer(value: unknown, name: string, low: bigint, high: bigint): bigint {
  let result: bigint | undefined;
  if (typeof value === 'bigint') result = value;
  else if (typeof value === 'string' && /^-?\d{1,20}$/.test(value)) result = BigInt(value);
  else if (typeof value === 'number' && Number.isInteger(value)) result = BigInt(value);
  if (result === undefined) throw wrong(name, 'an integer, written as a decimal string or a number', value);
  if (result < low || result > high) throw wrong(name, `an integer from ${low} to ${high}`, value);
  return result;
}

/** An unsigned 64-bit integer such as a time in nanoseconds; 0n where the field is absent. */
export function uint64(wire: Wire, name: string): bigint {
  const value = wire[name] ?? 0n;
  // Times make most of a request's integers; up to 19 digits are in range without a look.
  if (typeof value === 'string' && /^\d{1,19}$/.test(value)) return BigInt(value);
  return integer(value, name, 0n, UINT64_MAX);
}

/** A signed 64-bit integer; 0n where the field is absent. */
export function int64(wire: Wire, name: string): bigint {
  return integer(wire[name] ?? 0n, name, INT64_MIN, INT64_MAX);
}

/** An unsigned 32-bit integer such as a dropped count or flags; 0 where the field is absent. */
export function uint32(wire: Wire, name: string): number {
  const value = wire[name] ?? 0;
  if (typeof value === 'number' && value >>> 0 === value) return value >>> 0;
  return Number(integer(value, name, 0n, BigInt(UINT32_MAX)));
}

/** A signed 32-bit integer; 0 where the field is absent. */
export function int32(wire: Wire, name: string): number {
  return Number(integer(wire[name] ?? 0, name, -BigInt(INT32_MAX) - 1n, BigInt(INT32_MAX)));
}

/** An unsigned 64-bit list such as bucket counts. */
export function uint64s(wire: Wire, name: string): readonly bigint[] {
  return items(wire, name).map((item, index) => integer(item, `${name}[${index}]`, 0n, UINT64_MAX));
}

function number(value: unknown, name: string): number {
  if (typeof value === 'number') return value;
  // ProtoJSON writes the three values that JSON has no number for as these strings, and allows any number as a string.
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value);
  if (typeof value === 'string' && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(value)) return Number(value);
  throw wrong(name, 'a number', value);
}

/** A double, or undefined where the field is absent. */
export function double(wire: Wire, name: string): number | undefined {
  const value = wire[name] ?? undefined;
  return value === undefined ? undefined : number(value, name);
}

/** A list of doubles such as bucket bounds. */
export function doubles(wire: Wire, name: string): readonly number[] {
  return items(wire, name).map((item, index) => number(item, `${name}[${index}]`));
}

/**
 * The name of an enum's number; the first name where the field is absent or the number is not known (enums are open,
 * a newer sender may know more). OTLP JSON has no enum names, so a string is an error.
 */
export function enumeration<T extends string>(wire: Wire, name: string, names: readonly [T, ...T[]]): T {
  const value = wire[name] ?? 0;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw wrong(name, 'the number of the enum value (OTLP JSON has no enum names)', value);
  }
  return names[value] ?? names[0];
}

/**
 * An id as lower-case hexadecimal digits; `''` where it is absent or, as other receivers have it, all zeros.
 * `digits` is 32 for a trace id and 16 for a span id.
 */
export function optionalId(wire: Wire, name: string, digits: 16 | 32): string {
  const value = wire[name] ?? '';
  if (value === '') return '';
  if (typeof value !== 'string' || value.length !== digits || !/^[\da-f]*$/i.test(value)) {
    throw wrong(name, `${digits} hexadecimal digits`, value);
  }
  return /^0*$/.test(value) ? '' : value.toLowerCase();
}

/** An id that must be there and must not be all zeros. */
export function requiredId(wire: Wire, name: string, digits: 16 | 32): string {
  const id = optionalId(wire, name, digits);
  if (id === '') throw wrong(name, `${digits} hexadecimal digits that are not all zeros`, wire[name]);
  return id;
}

function bytes(value: unknown, name: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'string') throw wrong(name, 'a base64 string', value);
  try {
    // ProtoJSON readers accept the URL-safe alphabet too.
    return Uint8Array.from(atob(value.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  } catch {
    throw wrong(name, 'a base64 string', value);
  }
}

function present(wire: Wire, name: string): boolean {
  return wire[name] !== undefined && wire[name] !== null;
}

/**
 * One attribute value. An object without a known kind is the legal empty value.
 * `depth` counts the arrays and maps around it.
 */
export function anyValue(wire: Wire, depth = 0): AnyValue {
  if (depth > MAX_VALUE_DEPTH) {
    throw new OtlpError('', `nests deeper than ${MAX_VALUE_DEPTH} arrays and maps`);
  }
  if (present(wire, 'stringValue')) return { kind: 'string', value: string(wire, 'stringValue') };
  if (present(wire, 'boolValue')) return { kind: 'bool', value: bool(wire, 'boolValue') };
  if (present(wire, 'intValue')) return { kind: 'int', value: int64(wire, 'intValue') };
  const doubleValue = double(wire, 'doubleValue');
  if (doubleValue !== undefined) return { kind: 'double', value: doubleValue };
  if (present(wire, 'bytesValue')) return { kind: 'bytes', value: bytes(wire['bytesValue'], 'bytesValue') };
  const name = present(wire, 'arrayValue') ? 'arrayValue' : 'kvlistValue';
  const nested = optional(wire, name);
  if (nested === undefined) return { kind: 'empty' };
  try {
    return name === 'arrayValue'
      ? { kind: 'array', value: list(nested, 'values', (item) => anyValue(item, depth + 1)) }
      : { kind: 'map', value: attributes(nested, 'values', depth + 1) };
  } catch (error) {
    throw inside(name, error);
  }
}

/** The keys and values of a repeated field, in the order in which they were sent. */
export function attributes(wire: Wire, name = 'attributes', depth = 0): readonly Attribute[] {
  return list(wire, name, (item) => {
    const key = string(item, 'key');
    const value = optional(item, 'value');
    if (value === undefined) return { key, value: { kind: 'empty' } };
    try {
      return { key, value: anyValue(value, depth) };
    } catch (error) {
      throw inside('value', error);
    }
  });
}
