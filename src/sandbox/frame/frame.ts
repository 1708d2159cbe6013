/**
 * The relay in the opaque-origin frame: starts workers, passes messages on, and ends a worker that floods, sends
 * something that no honest one would, or runs too long. No code of the reader's ever runs here.
 */
import {
  MAX_ENVELOPE_TEXT,
  MAX_MESSAGES_PER_SECOND,
  MAX_RUN_BYTES,
  MAX_UNREAD_REPORTS,
  WALL_LIMIT_MS,
  type Envelope,
  type FrameCommand,
  type FrameReport,
  type RunCommand,
} from '../messages.ts';

let port: MessagePort | undefined;
/** The address of the script that workers start with. */
let script: string | undefined;
/** A worker that has loaded its script and waits for a run. */
let spare: Worker | undefined;
let current: Current | undefined;

interface Current {
  readonly run: number;
  readonly worker: Worker;
  readonly deadline: ReturnType<typeof setTimeout>;
  /** What the worker has sent and the page was not yet told. */
  readonly waiting: Envelope[];
  /** Reports that the page was told and has not yet read. */
  unread: number;
}

addEventListener('message', (event) => {
  const [first] = event.ports;
  if (port || event.source !== parent || !first) return;
  port = first;
  port.onmessage = ({ data }: MessageEvent<FrameCommand>) => obey(data);
});

function say(report: FrameReport, transfer: Transferable[] = []): void {
  port?.postMessage(report, transfer);
}

function obey(command: FrameCommand): void {
  switch (command.kind) {
    case 'warm':
      warm(command.scripts);
      return;
    case 'run':
      end();
      begin(command);
      return;
    case 'answer':
      if (current?.run === command.run) current.worker.postMessage(command, [command.body.buffer]);
      return;
    case 'stop':
      if (current?.run === command.run) end();
      return;
    case 'read':
      if (current?.run !== command.run) return;
      current.unread -= 1;
      passOn(current);
      return;
    case 'ping':
      say({ kind: 'pong', n: command.n });
      return;
  }
}

/** Starts a worker. Classic, since module workers do not start from blobs in every browser. */
function start(): Worker | undefined {
  return script === undefined ? undefined : new Worker(script);
}

function warm(scripts: readonly string[] | undefined): void {
  if (scripts) {
    spare?.terminate();
    spare = undefined;
    if (script !== undefined) URL.revokeObjectURL(script);
    script = URL.createObjectURL(new Blob([scripts.join('\n')], { type: 'text/javascript' }));
  }
  spare ??= start();
  say({ kind: 'warm' });
}

function begin(command: RunCommand): void {
  const { run } = command;
  const worker = spare ?? start();
  spare = undefined;
  if (!worker) return;
  const deadline = setTimeout(() => kill(run, 'time', ''), WALL_LIMIT_MS);
  const begun: Current = { run, worker, deadline, waiting: [], unread: 0 };
  current = begun;
  const weigh = scale();
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (current !== begun) return;
    if (!isEnvelope(data, run)) {
      kill(run, 'malformed', '');
      return;
    }
    const over = begun.waiting.length > MAX_MESSAGES_PER_SECOND ? 'flood' : weigh(data);
    if (over) {
      kill(run, over, '');
      return;
    }
    begun.waiting.push(data);
    passOn(begun);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    kill(run, 'worker', event.message);
  };
  worker.postMessage(command);
}

/** Tells the page as much as it can read. */
function passOn(of: Current): void {
  for (; of.unread < MAX_UNREAD_REPORTS; of.unread += 1) {
    const envelope = of.waiting.shift();
    if (envelope === undefined) return;
    say({ kind: 'report', envelope }, envelope.body ? [envelope.body] : []);
  }
}

function end(): void {
  if (!current) return;
  clearTimeout(current.deadline);
  current.worker.terminate();
  current = undefined;
}

function kill(run: number, reason: Extract<FrameReport, { kind: 'killed' }>['reason'], detail: string): void {
  if (current?.run !== run) return;
  end();
  say({ kind: 'killed', run, reason, detail });
}

/** Checked without looking inside: the cost does not depend on what was sent. */
function isEnvelope(data: unknown, run: number): data is Envelope {
  if (typeof data !== 'object' || data === null) return false;
  const { run: of, json, body } = data as Partial<Record<keyof Envelope, unknown>>;
  return of === run && typeof json === 'string' && (body === undefined || body instanceof ArrayBuffer);
}

/** Counts messages and bytes of one run; says which limit the next message breaks. */
function scale(): (envelope: Envelope) => 'flood' | 'size' | undefined {
  let second = 0;
  let messages = 0;
  let bytes = 0;
  return ({ json, body }) => {
    const now = Math.trunc(performance.now() / 1_000);
    if (now !== second) messages = 0;
    second = now;
    bytes += json.length + (body?.byteLength ?? 0);
    if (++messages > MAX_MESSAGES_PER_SECOND) return 'flood';
    if (json.length > MAX_ENVELOPE_TEXT || bytes > MAX_RUN_BYTES) return 'size';
    return undefined;
  };
}
