import type { ConsoleEntry, Exchange, Outcome, OutcomeReason, RunRequest, SpanLine } from '../contract.ts';
import type { Envelope, FrameReport, RunCommand } from '../messages.ts';
import { ChunkTexts } from './chunks.ts';
import { Frame } from './frame.ts';
import { Receiver } from './receiver.ts';
import { parseReport } from './report.ts';

/** What a run tells while it goes on. `ended` comes last, once. */
export interface RunListener {
  console(entries: readonly ConsoleEntry[], suppressed: number): void;
  exchange(exchange: Exchange): void;
  ended(outcome: Outcome): void;
}

/** A run that was started. */
export interface RunHandle {
  /** Ends the program at once. Does nothing when it has ended. */
  stop(): void;
}

interface Active {
  readonly run: number;
  readonly request: RunRequest;
  readonly receiver: Receiver;
  readonly listener: RunListener;
  /** Whoever asked for the run: its Stop ends the replay too. */
  readonly owner: RunListener;
  readonly startedAt: number;
  /** A replay: nothing of it is shown, and this hears what was captured. */
  readonly replay?: (outcome: Outcome, lines: readonly SpanLine[]) => void;
}

/** The sandbox of one page: one frame, one program at a time. */
export class Sandbox {
  readonly #document: Document;
  readonly #chunks = new ChunkTexts();
  #frame: Frame | undefined;
  #loadedKey = '';
  #active: Active | undefined;
  #runs = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Makes a worker ready for a program with these imports, so that Run answers at once. Fails silently: Run will say it. */
  async warm(imports: Iterable<string>): Promise<void> {
    if (this.#active) return;
    await this.#prepare(imports).catch(() => undefined);
  }

  /** Starts a program; one that is still running is stopped. */
  run(request: RunRequest, listener: RunListener): RunHandle {
    this.#stopActive();
    this.#begin({ request, listener, owner: listener, startedAt: performance.now() });
    return {
      stop: () => {
        if (this.#active?.owner === listener) this.#stopActive();
      },
    };
  }

  /**
   * Learns which line started each span, by running the program again, unseen. Only a run on the virtual clock can be
   * repeated; for others, and while a program runs, the list is empty.
   */
  lines(request: RunRequest): Promise<readonly SpanLine[]> {
    if (this.#active || request.clock !== 'virtual') return Promise.resolve([]);
    return new Promise((resolve) => {
      const listener: RunListener = { console: ignore, exchange: ignore, ended: () => resolve([]) };
      this.#begin({
        request,
        listener,
        owner: listener,
        startedAt: performance.now(),
        replay: (_, lines) => resolve(lines),
      });
    });
  }

  #begin(start: Pick<Active, 'request' | 'listener' | 'owner' | 'startedAt' | 'replay'>): void {
    const active: Active = { ...start, run: ++this.#runs, receiver: new Receiver(start.request.answers) };
    this.#active = active;
    void this.#start(active);
  }

  async #start(active: Active): Promise<void> {
    const { modules, entry, clock, seed } = active.request;
    try {
      await this.#prepare(modules.flatMap((module) => module.imports.map(({ specifier }) => specifier)));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#end(active, { kind: 'refused', reason: 'unloaded', message, tasks: [], clockMs: 0 });
      return;
    }
    if (this.#active !== active) return;
    const capture = active.replay !== undefined;
    const command: RunCommand = { kind: 'run', run: active.run, modules, entry, clock, seed, capture };
    this.#frame?.watch();
    this.#frame?.send(command);
  }

  /** A frame with a worker that holds the chunks for these imports. */
  async #prepare(imports: Iterable<string>): Promise<void> {
    const { key, scripts } = await this.#chunks.load(imports);
    if (!this.#frame) {
      this.#frame = new Frame(
        this.#document,
        (report) => void this.#hear(report),
        () => this.#frameDied(),
      );
      this.#loadedKey = '';
    }
    this.#frame.send({ kind: 'warm', scripts: this.#loadedKey === key ? undefined : scripts });
    this.#loadedKey = key;
  }

  async #hear(report: FrameReport): Promise<void> {
    const active = this.#active;
    if (!active) return;
    if (report.kind === 'killed' && report.run === active.run) this.#end(active, killed(report, active));
    if (report.kind === 'report' && report.envelope.run === active.run) {
      await this.#report(report.envelope, active);
      this.#frame?.send({ kind: 'read', run: active.run });
    }
  }

  async #report({ run, json, body }: Envelope, active: Active): Promise<void> {
    const report = parseReport(json);
    if (!report) {
      this.#end(active, limit('malformed', active));
      return;
    }
    if (report.kind === 'request') {
      const { kind: _, ...request } = report;
      const bytes = new Uint8Array(body ?? new ArrayBuffer());
      const { exchange, command } = await active.receiver.receive({ ...request, body: bytes });
      if (this.#active !== active) return;
      this.#frame?.send({ kind: 'answer', run, ...command }, [command.body.buffer]);
      if (!active.replay) active.listener.exchange(exchange);
    } else if (report.kind === 'ended') this.#judge(active, report.outcome, report.lines);
    else if (!active.replay) active.listener.console(report.entries, report.suppressed);
  }

  /**
   * Runs carry no stacks, which cost much. Where a verdict names blocked tasks and the run can be repeated exactly, it is
   * repeated with stacks, unseen, to learn their lines.
   */
  #judge(active: Active, outcome: Outcome, lines: readonly SpanLine[]): void {
    const { request, listener, startedAt, replay } = active;
    if (replay) {
      replay(outcome, lines);
      this.#end(active, outcome);
    } else if (outcome.tasks.length > 0 && request.clock === 'virtual') {
      let tasks = outcome.tasks;
      this.#begin({
        request,
        startedAt,
        owner: listener,
        listener: { ...listener, ended: () => listener.ended({ ...outcome, tasks }) },
        replay: (again) => {
          if (again.kind === outcome.kind) tasks = again.tasks;
        },
      });
    } else this.#end(active, outcome);
  }

  #stopActive(): void {
    const active = this.#active;
    if (!active) return;
    this.#end(active, { kind: 'stopped', message: '', tasks: [], clockMs: performance.now() - active.startedAt });
  }

  #end(active: Active, outcome: Outcome): void {
    if (this.#active !== active) return;
    this.#active = undefined;
    this.#frame?.unwatch();
    // The worker of a program that is over may still be busy; the next run begins in a fresh one.
    this.#frame?.send({ kind: 'stop', run: active.run });
    this.#frame?.send({ kind: 'warm', scripts: undefined });
    active.listener.ended(outcome);
  }

  #frameDied(): void {
    this.#frame?.remove();
    this.#frame = undefined;
    const active = this.#active;
    if (active) this.#end(active, { ...limit('size', active), kind: 'crashed' });
  }
}

function ignore(): void {}

function limit(reason: OutcomeReason, active: Active): Outcome {
  return { kind: 'limit', reason, message: '', tasks: [], clockMs: performance.now() - active.startedAt };
}

function killed(report: Extract<FrameReport, { kind: 'killed' }>, active: Active): Outcome {
  if (report.reason !== 'worker') return limit(report.reason, active);
  return { kind: 'error', message: report.detail, tasks: [], clockMs: 0 };
}
