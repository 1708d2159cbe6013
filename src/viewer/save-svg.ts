import { timeAxis } from './axis.ts';
import { exportSvg, type SvgRow } from './export-svg.ts';
import { readPalette } from './inks.ts';
import { spanWords } from './row-words.ts';
import { DEEPEST_INDENT, describeGroup } from './row.ts';
import type { TraceState } from './state.ts';
import type { Translate } from './strings.ts';

/** Rows beyond this are left out: a picture of more is one that nobody looks at. */
const MOST_ROWS = 500;

/** The rows as they are listed and zoomed now, as SVG. Colours are those of where an element stands. */
export function visibleSvg(state: TraceState, element: Element, t: Translate): string {
  const visible = state.visible.peek();
  const range = state.range.peek();
  const rows = Array.from({ length: Math.min(visible.count, MOST_ROWS) }, (_, index) => svgRow(state, index, t));
  return exportSvg({
    rows: rows.filter((row) => row !== undefined),
    ticks: timeAxis(range.toNs - range.fromNs, range.fromNs).ticks,
    palette: readPalette(element),
    title: `${t('tab.trace')}: ${state.forest.peek().spans[0]?.name ?? ''}`,
  });
}

function svgRow(state: TraceState, index: number, t: Translate): SvgRow | undefined {
  const visible = state.visible.peek();
  const extra = visible.extraAt(index);
  const group = visible.groupAt(index);
  if (group !== undefined) {
    const line = describeGroup(state.forest.peek(), group, state.services.peek(), state.range.peek());
    if (line === undefined) return undefined;
    return {
      ...line,
      name: `${line.name} ×${group.count}`,
      indent: Math.min(line.depth + extra, DEEPEST_INDENT),
      label: t('trace.groupTotal', { total: line.total }),
      error: false,
      cancelled: false,
      events: [],
      critical: [],
    };
  }
  const view = state.describe.peek()(visible.at(index));
  if (view === undefined) return undefined;
  const { mark } = spanWords(view, t);
  return {
    ...view,
    name: view.span.name,
    indent: Math.min(view.depth + extra, DEEPEST_INDENT),
    label: mark === '' ? view.duration : `${view.duration} ${mark}`,
    error: view.code === 'error',
  };
}

/** Saves the rows as they are listed and zoomed now as a file. */
export function saveSvg(state: TraceState, element: Element, t: Translate): void {
  const address = URL.createObjectURL(new Blob([visibleSvg(state, element, t)], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `trace-${state.forest.peek().spans[0]?.traceId.slice(0, 8) ?? ''}.svg`;
  link.click();
  // The download has begun by then; the browser holds what it needs of it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
