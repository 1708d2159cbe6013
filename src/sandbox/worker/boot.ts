/**
 * The first script of a worker: takes the natives, offers the chunks their runtime, waits for one `run` command, and
 * reports what comes of it. A worker runs one program in its life.
 */
import type { AnswerCommand, Envelope, RunCommand, ThreadCommand, WorkerReport } from '../messages.ts';
import { RealClock, VirtualClock, type Clock } from './clock.ts';
import { ConsoleRecorder } from './console.ts';
import { FetchBridge, countBodyReaders } from './fetch.ts';
import { installRandomUuid, installTimers, installVirtualTime, lock } from './globals.ts';
import { ModuleLinker } from './modules.ts';
import { native } from './natives.ts';
import { Program } from './program.ts';
import { seededRandom } from './random.ts';
import type { Crew, ExitHooks, ModuleRecord, Runtime, TaskRegistry, ThreadSupport } from './runtime.ts';
import { SdkClock } from './sdk-clock.ts';
import { recordSpanLines } from './span-lines.ts';

declare global {
  // The chunks that follow are wrapped in a function that receives this; it is gone before the reader's code starts.
  var __tp: Runtime | undefined;
}

/** Registry names that start with this are for the runtime, not for the reader. */
const INTERNAL = 'internal:';

const modules: Record<string, ModuleRecord> = Object.create(null);
const sdkClock = new SdkClock();
const linker = new ModuleLinker(modules);
globalThis.__tp = { modules, sdk: sdkClock.globals };

let fetchBridge: FetchBridge | undefined;
let crew: Crew | undefined;
/** In a thread: what its program tells it. */
let obey: ((command: ThreadCommand) => void) | undefined;

function send(run: number, report: WorkerReport, body?: ArrayBuffer): void {
  const envelope: Envelope = { run, json: native.stringify(report), ...(body ? { body } : {}) };
  native.post(envelope, body ? [body] : []);
}

function start(command: RunCommand): void {
  Reflect.deleteProperty(globalThis, '__tp');

  const random = seededRandom(command.seed);
  let program: Program | undefined;
  const onQuiet = (): void => program?.quiet();
  const clock: Clock = command.clock === 'virtual' ? new VirtualClock(onQuiet) : new RealClock(onQuiet);
  const recorder = new ConsoleRecorder(
    () => clock.nowMs(),
    (entries, suppressed) => send(command.run, { kind: 'console', entries, suppressed }),
  );
  const bridge = new FetchBridge(clock, ({ id, method, url, headers, body }) => {
    recorder.flush();
    send(command.run, { kind: 'request', id, method, url, headers, atMs: clock.nowMs() }, body);
  });
  fetchBridge = bridge;

  sdkClock.attach(clock, command.clock === 'virtual', random);
  lock();
  installTimers(clock);
  if (command.clock === 'virtual') {
    installVirtualTime(clock, seededRandom(command.seed ^ 0x5eed));
    installRandomUuid(Math.random);
  } else installRandomUuid(Math.random.bind(Math));
  countBodyReaders(clock);
  Object.defineProperty(self, 'fetch', { value: bridge.fetch, configurable: true, writable: true });
  Object.defineProperty(self, 'console', { value: recorder.console(), configurable: true, writable: true });

  const tasks = modules[`${INTERNAL}tasks`] as unknown as TaskRegistry;
  const hooks = modules[`${INTERNAL}exit`] as unknown as ExitHooks | undefined;
  const threads = modules[`${INTERNAL}threads`] as unknown as ThreadSupport | undefined;
  if (command.thread) {
    tasks.seed(command.seed);
    obey = threads?.serve({
      command,
      clock,
      load: () => linker.load(command.modules.slice(0, -1), clock),
      flush: async () => {
        await hooks?.run();
        recorder.flush();
      },
    });
    return;
  }
  crew = threads?.employ({
    command,
    clock,
    send: (report, body) => send(command.run, report, body),
    fail: (error) => program?.fail(error),
  });
  const lines = command.capture ? recordSpanLines(modules) : [];
  const imported = new Set(command.modules.flatMap((module) => module.imports.map(({ specifier }) => specifier)));
  program = new Program({
    clock,
    tasks: imported.has('csp') ? tasks : undefined,
    hooks: { run: () => Promise.all([hooks?.run(), crew?.leave()]).then(() => undefined) },
    readable: (message) => linker.readable(message),
    finish: (verdict) => {
      recorder.flush();
      send(command.run, { kind: 'ended', outcome: { ...verdict, clockMs: clock.nowMs() }, lines });
    },
  });
  program.start(command, () => linker.start(command.modules, clock));
}

self.addEventListener('message', (event) => {
  if (!event.isTrusted || !native.messageData) return;
  const command = native.apply(native.messageData, event, []) as RunCommand | AnswerCommand | ThreadCommand;
  if (command.kind === 'run') start(command);
  else if (command.kind !== 'answer') obey?.(command);
  else if (!crew?.answer(command)) fetchBridge?.answer(command);
});
