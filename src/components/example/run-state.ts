import { batch, signal } from '@preact/signals';
import { NO_TELEMETRY } from '../../otlp/index.ts';
import type { Telemetry } from '../../otlp/telemetry.ts';
import type { ConsoleEntry, Exchange, Location } from '../../sandbox/contract.ts';
import type { RunViewModel } from '../../viewer/index.ts';

/** What is shown of a run, as it grows. */
export class RunState implements RunViewModel {
  readonly telemetry = signal<Telemetry>(NO_TELEMETRY);
  readonly console = signal<readonly ConsoleEntry[]>([]);
  readonly exchanges = signal<readonly Exchange[]>([]);
  readonly label = signal<'recorded' | 'yours' | 'solution' | 'opened'>('recorded');
  readonly stale = signal(false);
  readonly difference = signal<string | undefined>(undefined);
  /** What the run is compared with: the recorded run or, of an antipattern, the other one. */
  readonly reference = signal<Telemetry | undefined>(undefined);
  readonly referenceLabel = signal('');
  /** Lines that the program logged beyond what is shown. */
  suppressed = 0;
  #fresh = true;
  #whose: 'yours' | 'solution' = 'yours';

  /** Shows the recorded run. */
  showRecorded(telemetry: Telemetry): void {
    this.telemetry.value = telemetry;
    this.console.value = [];
    this.exchanges.value = [];
    this.label.value = 'recorded';
    this.stale.value = false;
    this.difference.value = undefined;
    this.reference.value = undefined;
  }

  /** A run begins. What was there stays, dimmed, until there is something to show in its place: nothing jumps. */
  begin(whose: 'yours' | 'solution'): void {
    this.#whose = whose;
    this.#fresh = false;
    this.stale.value = true;
  }

  addConsole(entries: readonly ConsoleEntry[]): void {
    this.#refresh();
    this.console.value = [...this.console.value, ...entries];
  }

  addExchanges(exchanges: readonly Exchange[]): void {
    const spans = exchanges.flatMap(({ telemetry }) => telemetry.spans);
    const metrics = exchanges.flatMap(({ telemetry }) => telemetry.metrics);
    const logs = exchanges.flatMap(({ telemetry }) => telemetry.logs);
    // At once: the run before is never seen to give way to nothing.
    batch(() => {
      this.#refresh();
      this.exchanges.value = [...this.exchanges.value, ...exchanges];
      if (spans.length + metrics.length + logs.length === 0) return;
      const before = this.telemetry.value;
      this.telemetry.value = {
        spans: [...before.spans, ...spans],
        metrics: [...before.metrics, ...metrics],
        logs: [...before.logs, ...logs],
      };
    });
  }

  /** The run is over; last lines of the console say what was left out and how the program failed, if it did. */
  end(failure: string | undefined, at: Location | undefined, atMs: number): void {
    this.#refresh();
    const line = (level: 'warn' | 'error', text: string): ConsoleEntry => ({
      level,
      values: [{ kind: 'primitive', type: 'string', text }],
      ...(at && level === 'error' && this.#whose === 'yours' ? { at } : {}),
      atMs,
    });
    if (this.suppressed > 0) this.addConsole([line('warn', `… + ${this.suppressed}`)]);
    if (failure !== undefined) this.addConsole([line('error', failure)]);
  }

  #refresh(): void {
    if (this.#fresh) return;
    this.#fresh = true;
    this.suppressed = 0;
    this.telemetry.value = NO_TELEMETRY;
    this.console.value = [];
    this.exchanges.value = [];
    this.label.value = this.#whose;
    this.stale.value = false;
    this.difference.value = undefined;
  }
}
