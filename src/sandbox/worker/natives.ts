/**
 * The worker's own tools, taken before any of the reader's code can replace them.
 *
 * Nothing in the runtime may call a global or a prototype method that matters after this: the reader's realm is the
 * same realm, and a patched `Array.prototype.push` would otherwise be the reader's way into the bridge.
 */
const scope = self;

export const native = {
  setTimeout: scope.setTimeout.bind(scope),
  clearTimeout: scope.clearTimeout.bind(scope),
  setInterval: scope.setInterval.bind(scope),
  clearInterval: scope.clearInterval.bind(scope),
  now: performance.now.bind(performance),
  timeOrigin: performance.timeOrigin,
  Date: scope.Date,
  post: scope.postMessage.bind(scope) as (message: unknown, transfer: Transferable[]) => void,
  createObjectURL: URL.createObjectURL.bind(URL),
  Blob: scope.Blob,
  Request: scope.Request,
  Response: scope.Response,
  Headers: scope.Headers,
  ReadableStream: scope.ReadableStream,
  DOMException: scope.DOMException,
  MessageChannel: scope.MessageChannel,
  stringify: JSON.stringify.bind(JSON),
  parse: JSON.parse.bind(JSON) as (text: string) => unknown,
  Worker: scope.Worker,
  apply: Reflect.apply,
  messageData: Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get,
} as const;

/** Calls `handler` in a macrotask of its own, after every microtask that is queued now. */
export function makeTurn(handler: () => void): () => void {
  const channel = new native.MessageChannel();
  const post = channel.port2.postMessage.bind(channel.port2);
  channel.port1.onmessage = handler;
  return () => post(0);
}
