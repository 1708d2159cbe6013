import type { Clock } from './clock.ts';
import { VIRTUAL_EPOCH_MS } from './clock.ts';
import { native } from './natives.ts';

/** Sets a property that the reader's code may read but the runtime no longer depends on. */
function define(target: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, enumerable: true, writable: true });
}

/** Removes a name from the worker's global object and everything it inherits from. */
function remove(name: string): void {
  for (let target: object | null = self; target; target = Object.getPrototypeOf(target)) {
    if (Object.hasOwn(target, name)) Reflect.deleteProperty(target, name);
  }
}

/** The ways out of a worker. CSP and the frame are the wall; this only keeps the bridge out of reach. */
const BRIDGE = [
  'postMessage',
  'onmessage',
  'onmessageerror',
  'close',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'indexedDB',
  'caches',
  'WebSocket',
  'EventSource',
  'XMLHttpRequest',
  'WebSocketStream',
  'WebTransport',
  'Notification',
];

/** Work outside of the virtual clock that nothing counts: time could pass it by, so it is refused with a sentence. */
const UNCOUNTED = [
  'MessageChannel',
  'requestAnimationFrame',
  'scheduler',
  'CompressionStream',
  'DecompressionStream',
  'FileReader',
  'createImageBitmap',
];

/** Takes the bridge away from the reader's realm. */
export function lock(): void {
  for (const name of BRIDGE) remove(name);
}

function handlerOf(callback: unknown, args: unknown[]): () => void {
  if (typeof callback !== 'function') throw new TypeError('A timer needs a function; text as code is not run here.');
  return () => void native.apply(callback as (...args: unknown[]) => unknown, self, args);
}

/** Timers as the reader calls them, on the run's clock. */
export function installTimers(clock: Clock): void {
  const cancel = (id: unknown): void => {
    if (typeof id === 'number') clock.cancel(id);
  };
  define(self, 'setTimeout', (callback: unknown, ms?: unknown, ...args: unknown[]) =>
    clock.set('reader', handlerOf(callback, args), Number(ms) || 0, false),
  );
  define(self, 'setInterval', (callback: unknown, ms?: unknown, ...args: unknown[]) =>
    clock.set('reader', handlerOf(callback, args), Number(ms) || 0, true),
  );
  define(self, 'clearTimeout', cancel);
  define(self, 'clearInterval', cancel);
  define(AbortSignal, 'timeout', (ms: unknown) => {
    const controller = new AbortController();
    clock.set(
      'reader',
      () => controller.abort(new native.DOMException('The operation timed out.', 'TimeoutError')),
      Number(ms) || 0,
      false,
    );
    return controller.signal;
  });
}

/** Replaces every source of time and chance by the virtual clock's, so that two runs are the same to the byte. */
export function installVirtualTime(clock: Clock, random: () => number): void {
  const NativeDate = native.Date;
  const now = (): number => VIRTUAL_EPOCH_MS + clock.nowMs();
  class VirtualDate extends NativeDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now()] : args) as [number]));
    }
    static override now(): number {
      return now();
    }
    static override [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof NativeDate;
    }
  }
  // `Date()` without `new` gives text; a class cannot be called, so a proxy answers that.
  define(self, 'Date', new Proxy(VirtualDate, { apply: () => new VirtualDate().toString() }));
  define(NativeDate.prototype, 'constructor', self.Date);
  define(Performance.prototype, 'now', () => clock.nowMs());
  define(performance, 'timeOrigin', VIRTUAL_EPOCH_MS);
  define(Math, 'random', random);
  const byte = (): number => Math.trunc(random() * 256);
  define(crypto, 'getRandomValues', (array: unknown) => {
    if (!ArrayBuffer.isView(array)) throw new TypeError('getRandomValues needs a typed array.');
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let index = 0; index < bytes.length; index++) bytes[index] = byte();
    return array;
  });
  for (const name of UNCOUNTED) {
    if (!(name in self)) continue;
    const refuse = (): never => {
      throw new Error(
        `${name} does not work on the virtual clock, which cannot see when it finishes. Use the real clock.`,
      );
    };
    Object.defineProperty(self, name, { get: refuse, configurable: true });
  }
}

/** A version 4 UUID; workers of a sandboxed frame have no `crypto.randomUUID` of their own in every browser. */
export function installRandomUuid(random: () => number): void {
  define(crypto, 'randomUUID', () => {
    const hex = Array.from({ length: 32 }, () => Math.trunc(random() * 16).toString(16));
    hex[12] = '4';
    hex[16] = (8 + Math.trunc(random() * 4)).toString(16);
    const text = hex.join('');
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
  });
}
