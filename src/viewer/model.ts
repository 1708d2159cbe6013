import type { ReadonlySignal } from '@preact/signals';
import type { Span, Telemetry } from '../otlp/telemetry.ts';
import type { ConsoleEntry, Exchange, Location } from '../sandbox/contract.ts';
import type { Translate } from './strings.ts';
import type { TabName } from './tabs.tsx';

/** What the viewer shows of a run. Every signal may change at any time; the reader's place in the trace holds. */
export interface RunViewModel {
  readonly telemetry: ReadonlySignal<Telemetry>;
  readonly console: ReadonlySignal<readonly ConsoleEntry[]>;
  readonly exchanges: ReadonlySignal<readonly Exchange[]>;
  /** Whether this is the recorded run, the reader's own, a solution's, or a file that was opened (of which nothing is said). */
  readonly label: ReadonlySignal<'recorded' | 'yours' | 'solution' | 'opened'>;
  /** The code was edited since: the view is dimmed. */
  readonly stale: ReadonlySignal<boolean>;
  /** One line that says how the reader's run differs from the recorded one. */
  readonly difference?: ReadonlySignal<string | undefined>;
  /** What the run can be compared with; while there is something, there is a tab for it. */
  readonly reference?: ReadonlySignal<Telemetry | undefined>;
  /** What the reference is called in the comparison, such as "recorded" or "dont.ts". Without it: "recorded". */
  readonly referenceLabel?: ReadonlySignal<string>;
}

export interface RunViewOptions {
  readonly t: Translate;
  /** The reader asked for a line of the code. Without it, lines are text. */
  readonly onLocation?: ((location: Location) => void) | undefined;
  /** Everything a large trace asks for, whatever the size: minimap, search, tools, table and statistics. */
  readonly full?: boolean | undefined;
  /**
   * The reader asked for a link to a span; `spanFragment` is what such a link ends with. Answers whether the link is now
   * on the clipboard or in the address. Without it, no links are offered.
   */
  readonly onLink?: ((span: Span) => boolean | Promise<boolean>) | undefined;
  /** The fragment of an address (with or without `#`) that names the span to select once it is here. */
  readonly initial?: string | undefined;
  /** The line of the code that started a span, where it is known. */
  readonly lineOf?: ((span: Span) => Location | undefined) | undefined;
  /** The span that the reader points at or, without one, the selected span. Undefined when there is neither. */
  readonly onSpanHover?: ((span: Span | undefined) => void) | undefined;
}

/** A view that is mounted. Called, it takes the view away again. */
export interface RunViewHandle {
  (): void;
  /** Lights the rows whose span was started on a line of the code, by `lineOf`; undefined lights none. */
  readonly highlight: (location: Location | undefined) => void;
  /** Selects the span that a fragment names, now or as soon as it arrives. */
  readonly select: (fragment: string) => void;
  /** Opens one of the tabs, such as the comparison; the trace where the run has no such tab. */
  readonly open: (tab: TabName) => void;
  /**
   * Moves the focus to the open tab, or to the row that Tab reaches, once all that the model holds now is drawn: a run
   * may still be on its way to the screen when a reader asks for a part of it. `block` is where on the page it is
   * scrolled to, if it is out of sight: as near as possible unless told otherwise.
   */
  readonly focus: (part: 'tab' | 'row', block?: ScrollLogicalPosition) => void;
}
