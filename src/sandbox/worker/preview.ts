import type { Preview } from '../contract.ts';
import { readerFrames } from './stacks.ts';

const MAX_DEPTH = 4;
const MAX_ENTRIES = 100;
const MAX_TEXT = 10_000;
const MAX_NAME = 100;
/** What every part of a tree costs besides its text, in letters. */
const PART_ROOM = 40;

/** How much a tree may still hold, in letters. Shared by all that is logged in one line. */
export interface Room {
  left: number;
}

/** Turns a logged value into a tree of text. Getters are not called, cycles and hostile proxies do no harm. */
export function preview(value: unknown, room: Room): Preview {
  return previewAt(value, { depth: 0, seen: [], room });
}

/** Where in a tree a value stands. */
interface Place {
  readonly depth: number;
  readonly seen: readonly object[];
  readonly room: Room;
}

function previewAt(value: unknown, place: Place): Preview {
  const { room } = place;
  room.left -= PART_ROOM;
  if (room.left <= 0) return { kind: 'opaque', text: '…' };
  try {
    return make(value, place);
  } catch {
    return { kind: 'opaque', text: '[cannot be shown]' };
  }
}

function cut(text: string, room: Room): string {
  const most = Math.max(0, Math.min(MAX_TEXT, room.left));
  room.left -= Math.min(text.length, most);
  return text.length > most ? `${text.slice(0, most)}… (${text.length} characters)` : text;
}

function make(value: unknown, { depth, seen, room }: Place): Preview {
  if (value === null) return { kind: 'primitive', type: 'null', text: 'null' };
  const type = typeof value;
  if (type === 'string') return { kind: 'primitive', type, text: cut(String(value), room) };
  if (type === 'bigint') return { kind: 'primitive', type, text: cut(`${String(value)}n`, room) };
  if (type === 'number') {
    return { kind: 'primitive', type, text: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (type === 'boolean' || type === 'undefined' || type === 'symbol') {
    return { kind: 'primitive', type, text: cut(String(value), room) };
  }
  if (typeof value === 'function') return { kind: 'opaque', text: cut(`ƒ ${value.name || 'anonymous'}()`, room) };
  if (typeof value !== 'object') return { kind: 'opaque', text: '[unknown]' };
  if (seen.includes(value)) return { kind: 'opaque', text: '[circular]' };
  const inside: Place = { depth: depth + 1, seen: [...seen, value], room };
  if (value instanceof Error) return previewError(value, inside);
  if (value instanceof Date) {
    return { kind: 'opaque', text: Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString() };
  }
  if (value instanceof RegExp) return { kind: 'opaque', text: cut(String(value), room) };
  const name = nameOf(value);
  if (value instanceof Promise) return { kind: 'opaque', text: 'Promise' };
  if (depth >= MAX_DEPTH) return { kind: 'opaque', text: Array.isArray(value) ? `[…${value.length}]` : `${name} {…}` };
  if (Array.isArray(value)) return previewList('Array', value, value.length, inside);
  if (ArrayBuffer.isView(value) && 'length' in value) {
    const view = value as unknown as ArrayLike<number>;
    const items = Array.from({ length: Math.min(view.length, MAX_ENTRIES) }, (_, i) => view[i]);
    return previewList(name, items, view.length, inside);
  }
  if (value instanceof Set) return previewList('Set', [...value], value.size, inside);
  if (value instanceof Map) {
    const entries = [...value].slice(0, MAX_ENTRIES).map(([key, item]) => ({
      key: textKey(previewAt(key, inside)),
      value: previewAt(item, inside),
    }));
    return { kind: 'object', name: 'Map', entries, more: beyond(value.size) };
  }
  return previewObject(name, value, inside);
}

/** How many of so many are not shown. A program can make a length anything at all. */
function beyond(length: unknown): number {
  return typeof length === 'number' && Number.isSafeInteger(length) ? Math.max(0, length - MAX_ENTRIES) : 0;
}

function nameOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return 'Object';
  const constructor: unknown = Object.getOwnPropertyDescriptor(prototype as object, 'constructor')?.value;
  return (typeof constructor === 'function' && String(constructor.name).slice(0, MAX_NAME)) || 'Object';
}

function textKey(key: Preview): string {
  if (key.kind === 'primitive' || key.kind === 'opaque') return key.text;
  return key.name;
}

function previewList(name: string, items: readonly unknown[], length: unknown, inside: Place): Preview {
  return {
    kind: 'list',
    name,
    // Not `map`, which leaves the holes of a sparse array as holes.
    items: Array.from(items.slice(0, MAX_ENTRIES), (item) => previewAt(item, inside)),
    more: beyond(length),
  };
}

function previewObject(name: string, value: object, inside: Place): Preview {
  const keys = Reflect.ownKeys(value);
  const entries = keys.slice(0, MAX_ENTRIES).map((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    const shown: Preview =
      descriptor && 'value' in descriptor ? previewAt(descriptor.value, inside) : { kind: 'opaque', text: '[getter]' };
    return { key: cut(String(key), inside.room), value: shown };
  });
  return { kind: 'object', name, entries, more: beyond(keys.length) };
}

function previewError(error: Error, inside: Place): Preview {
  const nested = inside.depth <= MAX_DEPTH;
  return {
    kind: 'error',
    name: cut(String(error.name), inside.room),
    message: cut(String(error.message), inside.room),
    stack: readerFrames(error.stack),
    ...(nested && error.cause !== undefined ? { cause: previewAt(error.cause, inside) } : {}),
    ...(nested && error instanceof AggregateError
      ? { errors: error.errors.slice(0, 20).map((inner) => previewAt(inner, inside)) }
      : {}),
  };
}
