/**
 * The floor: a page that only parses the same text, builds typed columns, the tree and its order, and draws 45 plain
 * rows. No viewer can do less, so ours is measured as a ratio to it.
 */

export interface WireSpan {
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

interface WireFile {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly WireSpan[] }[] }[];
}

declare global {
  /** Kept, as a page keeps what it may be asked for. */
  var floorSpans: readonly WireSpan[];
  var floorColumns: readonly (Float64Array | Int32Array)[];
}

const ROWS = 45;

const src = new URLSearchParams(location.search).get('src');
if (src !== null) await open(src);

async function open(address: string): Promise<void> {
  const response = await fetch(address);
  const bytes = await response.arrayBuffer();
  performance.mark('trace-data');
  const text = new TextDecoder().decode(bytes);
  const file = JSON.parse(text) as WireFile;
  const spans: WireSpan[] = [];
  for (const resource of file.resourceSpans)
    for (const scope of resource.scopeSpans) spans.push(...inParts(scope.spans));
  const count = spans.length;
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const parent = new Int32Array(count).fill(-1);
  const rowOf = new Map<string, number>();
  let origin = BigInt(spans[0]?.startTimeUnixNano ?? 0);
  for (const [at, span] of spans.entries()) {
    rowOf.set(span.spanId, at);
    const time = BigInt(span.startTimeUnixNano);
    if (time < origin) origin = time;
  }
  let last = 0;
  for (const [at, span] of spans.entries()) {
    start[at] = Number(BigInt(span.startTimeUnixNano) - origin);
    end[at] = Number(BigInt(span.endTimeUnixNano) - origin);
    last = Math.max(last, end[at] ?? 0);
    if (span.parentSpanId !== undefined) parent[at] = rowOf.get(span.parentSpanId) ?? -1;
  }
  const byStart = Int32Array.from({ length: count }, (_, at) => at).toSorted(
    (a, b) => (start[a] ?? 0) - (start[b] ?? 0),
  );
  const firstChild = new Int32Array(count).fill(-1);
  const next = new Int32Array(count).fill(-1);
  let root = -1;
  for (let place = count - 1; place >= 0; place -= 1) {
    const at = byStart[place] ?? 0;
    const above = parent[at] ?? -1;
    if (above < 0) {
      next[at] = root;
      root = at;
    } else {
      next[at] = firstChild[above] ?? -1;
      firstChild[above] = at;
    }
  }
  const order = new Int32Array(count);
  const depth = new Int32Array(count);
  const stack = [root];
  for (let row = 0; stack.length > 0;) {
    const at = stack.pop() ?? -1;
    if (at < 0) continue;
    order[row] = at;
    row += 1;
    const above = parent[at] ?? -1;
    depth[at] = above < 0 ? 0 : (depth[above] ?? 0) + 1;
    stack.push(next[at] ?? -1, firstChild[at] ?? -1);
  }
  globalThis.floorSpans = spans;
  globalThis.floorColumns = [start, end, parent, order, depth];
  const rows = Array.from({ length: Math.min(ROWS, count) }, (_, row) => {
    const at = order[row] ?? 0;
    const element = document.createElement('div');
    const bar = document.createElement('i');
    bar.style.left = `${(100 * (start[at] ?? 0)) / last}%`;
    bar.style.width = `${(100 * ((end[at] ?? 0) - (start[at] ?? 0))) / last}%`;
    element.append(spans[at]?.name ?? '', bar);
    return element;
  });
  document.querySelector('#rows')?.replaceChildren(...rows);
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => performance.mark('trace-rows');
    channel.port2.postMessage(undefined);
  });
}

/** A list so long cannot be spread into the arguments of one call. */
function* inParts<T>(items: readonly T[]): Generator<T> {
  yield* items;
}
