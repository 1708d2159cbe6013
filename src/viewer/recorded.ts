import type { Telemetry } from '../otlp/telemetry.ts';
import { buildForest } from '../trace/index.ts';
import { timeAxis, type Axis } from './axis.ts';
import { createGrouping } from './groups.ts';
import { MANY_ROWS, wholeRange } from './range.ts';
import { criticalByRow, DEEPEST_INDENT, describeGroup, describeRow, type GroupView, type RowView } from './row.ts';
import { rowLogs } from './row-logs.ts';
import { spanWords, type SpanWords } from './row-words.ts';
import { listServices } from './services.ts';
import type { Translate } from './strings.ts';
import type { RowLogs } from './trace-row.tsx';
import { visibleRows } from './visible.ts';

/** Rows that the recorded table draws; the live view has the rest. */
export const RECORDED_ROWS = 40;

/** A span, or the line of a group of alike ones. */
export type RecordedRow = ((RowView & { readonly words: SpanWords }) | (GroupView & { readonly words: undefined })) & {
  readonly logs: RowLogs | undefined;
};

/** A recorded trace, ready to be set as a table. */
export interface RecordedTable {
  readonly rows: readonly RecordedRow[];
  /** The live view has a minimap, for which room is kept. */
  readonly minimap: boolean;
  /** Spans beyond the rows. */
  readonly more: number;
  readonly spans: number;
  readonly axis: Axis;
  /** Levels of indentation that the deepest row needs. */
  readonly indents: number;
}

/** What the live waterfall would show of these spans at rest. */
export function recordedTable(telemetry: Telemetry, t: Translate): RecordedTable {
  const forest = buildForest(telemetry.spans);
  const services = listServices(telemetry.spans);
  const critical = criticalByRow(forest);
  // Large groups are one line from the start, as in the live view.
  const visible = visibleRows(forest, new Set(), createGrouping()(forest, new Map()));
  const logsOf = rowLogs(forest, telemetry.logs, wholeRange(forest), t);
  const shown = Math.min(visible.count, RECORDED_ROWS);
  let spansShown = 0;
  const rows = Array.from({ length: shown }, (_, index): RecordedRow | undefined => {
    const group = visible.groupAt(index);
    if (group !== undefined) {
      spansShown += group.endRow - group.firstRow;
      const view = describeGroup(forest, group, services, wholeRange(forest));
      return view === undefined ? undefined : { ...view, words: undefined, logs: logsOf.group(group) };
    }
    spansShown += 1;
    const row = visible.at(index);
    const view = describeRow(forest, row, services, critical);
    return view === undefined ? undefined : { ...view, words: spanWords(view, t), logs: logsOf.row(row) };
  }).filter((row) => row !== undefined);
  return {
    rows,
    minimap: forest.spans.length > MANY_ROWS,
    more: forest.spans.length - spansShown,
    spans: forest.spans.length,
    axis: timeAxis(forest.durationNs),
    indents: Math.min(
      forest.depth.reduce((most, depth) => Math.max(most, depth), 1),
      DEEPEST_INDENT,
    ),
  };
}
