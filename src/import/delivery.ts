/**
 * What was read, on its way from a worker to the page, in messages of which none keeps the page from drawing.
 *
 * Spans go as columns, with the forest that the worker has already built of them, in one message: moving it costs the
 * page a few milliseconds at 50,000 spans, where a structured clone of the spans costs it half a second (in many
 * messages or in one) and building the forest another tenth. Metrics and log records are drawn as lists, few at a time,
 * and go as they are, some hundreds a message.
 */
import type { LogRecord, Metric, Resource, Scope, Telemetry } from '../otlp/telemetry.ts';
import { adoptForest, buildForest } from '../trace/index.ts';
import type { ForestColumns } from '../trace/index.ts';
import { buffersOf } from './pack.ts';
import type { PackedSpans } from './pack.ts';
import type { LeftOut, Problem, Progress, TraceFile } from './result.ts';
import { orderOf, unpackSpans } from './unpack.ts';

/** An item whose resource and scope are told by their numbers: a clone of each message would make them anew. */
type Numbered<T> = Omit<T, 'resource' | 'scope'> & { readonly resource: number; readonly scope: number };

export type Delivery =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'owners'; readonly resources: readonly Resource[]; readonly scopes: readonly Scope[] }
  | { readonly kind: 'logs'; readonly logs: readonly Numbered<LogRecord>[] }
  | { readonly kind: 'metrics'; readonly metrics: readonly Numbered<Metric>[] }
  | { readonly kind: 'spans'; readonly packed: PackedSpans; readonly order: Int32Array; readonly forest: ForestColumns }
  | { readonly kind: 'end'; readonly leftOut: LeftOut };

/** Items a message: at some 5 µs for each, a message stays far below the length of a frame. */
const ITEMS_A_MESSAGE = 500;

/** Sends what was read; `post` is a worker's `postMessage`. */
export function deliver(file: TraceFile, post: (message: Delivery, transfer: readonly Transferable[]) => void): void {
  if (!file.ok) {
    post({ kind: 'refused', problem: file.problem }, []);
    return;
  }
  const { spans, logs, metrics } = file.telemetry;
  const owners = new Owners();
  const numberedLogs = logs.map((log) => owners.number(log));
  const numberedMetrics = metrics.map((metric) => owners.number(metric));
  post({ kind: 'owners', resources: [...owners.resources.keys()], scopes: [...owners.scopes.keys()] }, []);
  for (const part of parts(numberedLogs)) post({ kind: 'logs', logs: part }, []);
  for (const part of parts(numberedMetrics)) post({ kind: 'metrics', metrics: part }, []);
  const { spans: rows, ...forest } = buildForest(spans);
  const order = orderOf(rows);
  const columns = [order, ...Object.values(forest)].flatMap((column) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
  post({ kind: 'spans', packed: file.packed, order, forest }, [...buffersOf(file.packed), ...columns]);
  post({ kind: 'end', leftOut: file.leftOut }, []);
}

function* parts<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += ITEMS_A_MESSAGE) yield items.slice(at, at + ITEMS_A_MESSAGE);
}

class Owners {
  readonly resources = new Map<Resource, number>();
  readonly scopes = new Map<Scope, number>();

  number<T extends { readonly resource: Resource; readonly scope: Scope }>(item: T): Numbered<T> {
    const resource = this.resources.get(item.resource) ?? this.resources.size;
    const scope = this.scopes.get(item.scope) ?? this.scopes.size;
    this.resources.set(item.resource, resource);
    this.scopes.set(item.scope, scope);
    return { ...item, resource, scope };
  }
}

/** What has arrived at the page. Spans are in row order, and their forest is known to `buildForest`. */
export class Arrivals {
  #resources: readonly Resource[] = [];
  #scopes: readonly Scope[] = [];
  #telemetry: Telemetry = { spans: [], metrics: [], logs: [] };
  readonly #logs: LogRecord[] = [];
  readonly #metrics: Metric[] = [];

  /** Takes a message with a part of the file in it; others are of no concern here. */
  take(message: Delivery): void {
    if (message.kind === 'owners') {
      this.#resources = message.resources;
      this.#scopes = message.scopes;
    } else if (message.kind === 'logs') {
      for (const log of message.logs) this.#logs.push({ ...log, ...this.#owners(log) });
    } else if (message.kind === 'metrics') {
      for (const metric of message.metrics) this.#metrics.push({ ...metric, ...this.#owners(metric) });
    } else if (message.kind === 'spans') {
      // In row order already, so that the forest needs no second list of them.
      const spans = unpackSpans(message.packed, message.order);
      adoptForest(spans, message.forest);
      this.#telemetry = { spans, metrics: this.#metrics, logs: this.#logs };
    }
  }

  get telemetry(): Telemetry {
    return this.#telemetry;
  }

  #owners(item: { readonly resource: number; readonly scope: number }): {
    readonly resource: Resource;
    readonly scope: Scope;
  } {
    const resource = this.#resources[item.resource];
    const scope = this.#scopes[item.scope];
    if (resource === undefined || scope === undefined) throw new Error('A record arrived before its resource.');
    return { resource, scope };
  }
}
