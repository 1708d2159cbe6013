/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows are placed by arithmetic, which a table does not allow */
import { Component } from 'preact';
import type { Sight } from './lens.ts';
import { spanWords } from './row-words.ts';
import { DEEPEST_INDENT, type GroupView, type RowView } from './row.ts';
import type { Translate } from './strings.ts';

/** Where a span's own time lies, shown for the row that the reader points at. */
export interface Insight {
  readonly text: string;
  /** Percent of the bar: start and width. */
  readonly stretches: readonly (readonly [number, number])[];
}

/** What a row shows of the log records that name its span. */
export interface RowLogs {
  /** How many, and how grave, in words. */
  readonly label: string;
  readonly marks: readonly LogMark[];
}

export interface LogMark {
  /** Percent of the bar. */
  readonly place: number;
  readonly tone: 'good' | 'warn' | 'bad';
  /** Severity and text. */
  readonly title: string;
}

interface LineProps {
  /** Visible index, from 0. */
  readonly index: number;
  readonly active: boolean;
  /** Undefined for a row with nothing beneath it. */
  readonly expanded: boolean | undefined;
  /** Levels that open groups add. */
  readonly extra: number;
  readonly sight: Sight;
  readonly t: Translate;
}

interface TraceRowProps extends LineProps {
  readonly view: RowView;
  readonly selected: boolean;
  /** Started on the line of the code that is pointed at. */
  readonly lit: boolean;
  /** Errors in rows that are folded away beneath this one. */
  readonly errors: number;
  readonly insight: Insight | undefined;
  readonly logs: RowLogs | undefined;
}

interface GroupRowProps extends LineProps {
  readonly view: GroupView;
  /** Of its members, and what is beneath them, while they are folded away. */
  readonly logs: RowLogs | undefined;
}

/** Drawn again only when a property changed: scrolling moves rows, it alters none. */
abstract class Row<Props extends LineProps> extends Component<Props> {
  override shouldComponentUpdate(next: Readonly<Props>): boolean {
    const now: Readonly<Props> = this.props;
    for (const name in next) if (next[name] !== now[name]) return true;
    return false;
  }
}

/** One span. */
export class TraceRow extends Row<TraceRowProps> {
  override render(props: TraceRowProps) {
    const { view, index, active, selected, expanded, extra, sight, lit, errors, insight, logs, t } = props;
    const words = spanWords(view, t);
    const error = view.code === 'error';
    const bar = ['tv-bar', `tv-s${view.colour}`];
    if (view.instant) bar.push('tv-instant');
    if (view.cancelled) bar.push('tv-cancelled');
    if (error) bar.push('tv-bad');
    const inside = errors > 0 ? t('trace.errorsInside', { n: errors }) : '';
    const depth = view.depth + extra;
    const indent = Math.min(depth, DEEPEST_INDENT);
    return (
      <div
        role="row"
        class={`tv-row${error ? ' tv-error' : ''}${sight === undefined ? '' : ` tv-${sight}`}${lit ? ' tv-lit' : ''}`}
        aria-level={depth + 1}
        aria-rowindex={index + 1}
        aria-expanded={expanded}
        aria-selected={selected}
        aria-label={[words.label, inside, logs?.label ?? ''].filter((part) => part !== '').join(', ')}
        tabIndex={active ? 0 : -1}
        style={{ '--i': index }}
      >
        <div role="gridcell" class="tv-name" style={{ '--d': indent }}>
          {expanded === undefined ? (
            <i class="tv-leaf" />
          ) : (
            <i class={expanded ? 'tv-fold tv-open' : 'tv-fold'} aria-hidden="true" />
          )}
          {depth > indent && (
            <span class="tv-deep" title={t('trace.depth', { n: depth })}>
              {depth}
            </span>
          )}
          {view.service !== '' && <i class={`tv-swatch tv-s${view.colour}`} />}
          <span class="tv-text" title={view.span.name}>
            {view.span.name}
          </span>
          {expanded === false && <span class="tv-count">+{view.descendants}</span>}
          {inside !== '' && (
            <span class="tv-inside-errors" title={inside}>
              ⊗ {errors}
            </span>
          )}
          {view.service !== '' && <span class="tv-service">{view.service}</span>}
        </div>
        <div
          role="gridcell"
          class={view.outside === 'after' ? 'tv-lane tv-after' : 'tv-lane'}
          style={{ '--s': view.start, '--w': view.width }}
        >
          {view.outside === undefined && (
            <i class={bar.join(' ')}>
              {view.critical.map(([start, width]) => (
                <i key={start} class="tv-crit" style={{ '--s': start, '--w': width }} />
              ))}
              {view.events.map((place) => (
                <i key={place} class="tv-event" style={{ '--s': place }} />
              ))}
              <LogMarks logs={logs} />
              {insight?.stretches.map(([start, width]) => (
                <i key={start} class="tv-self" style={{ '--s': start, '--w': width }} />
              ))}
            </i>
          )}
          <span class="tv-label">
            {view.outside === 'before' && '◂ '}
            {view.outside === 'after' && '▸ '}
            <span class="tv-time" title={words.exact}>
              {view.duration}
            </span>
            {words.mark !== '' && <span class="tv-mark"> {words.mark}</span>}
            {insight !== undefined && <span class="tv-self-text"> {insight.text}</span>}
            {view.links > 0 && (
              <span class="tv-links" title={t('trace.links', { n: view.links })}>
                {' '}
                ↗{view.links}
              </span>
            )}
          </span>
        </div>
        <div role="gridcell" class="tv-dur" title={words.exact}>
          {view.duration}
        </div>
      </div>
    );
  }
}

function LogMarks({ logs }: { readonly logs: RowLogs | undefined }) {
  return logs?.marks.map(({ place, tone, title }) => (
    <i key={place} class={`tv-log tv-log-${tone}`} style={{ '--s': place }} title={title} />
  ));
}

/** The line that stands for a group of alike siblings. */
export class GroupRow extends Row<GroupRowProps> {
  override render({ view, index, active, expanded, extra, sight, logs, t }: GroupRowProps) {
    const { group } = view;
    const total = t('trace.groupTotal', { total: view.total });
    const errors = group.errorCount > 0 ? t('trace.errorsInside', { n: group.errorCount }) : '';
    const depth = view.depth + extra;
    const parts = [`${view.name} ×${group.count}`, total, errors, view.service, logs?.label ?? ''].filter(
      (part) => part !== '',
    );
    return (
      <div
        role="row"
        class={`tv-row tv-group${sight === undefined ? '' : ` tv-${sight}`}`}
        aria-level={depth + 1}
        aria-rowindex={index + 1}
        aria-expanded={expanded}
        aria-label={parts.join(', ')}
        tabIndex={active ? 0 : -1}
        style={{ '--i': index }}
      >
        <div role="gridcell" class="tv-name" style={{ '--d': Math.min(depth, DEEPEST_INDENT) }}>
          <i class={expanded === true ? 'tv-fold tv-open' : 'tv-fold'} aria-hidden="true" />
          {view.service !== '' && <i class={`tv-swatch tv-s${view.colour}`} />}
          <span class="tv-text" title={view.name}>
            {view.name}
          </span>
          <b class="tv-times">×{group.count}</b>
          {errors !== '' && (
            <span class="tv-inside-errors" title={errors}>
              ⊗ {group.errorCount}
            </span>
          )}
          {view.service !== '' && <span class="tv-service">{view.service}</span>}
        </div>
        <div
          role="gridcell"
          class={view.outside === 'after' ? 'tv-lane tv-after' : 'tv-lane'}
          style={{ '--s': view.start, '--w': view.width }}
        >
          {view.outside === undefined && (
            <i class={`tv-bar tv-many tv-s${view.colour}`}>
              <LogMarks logs={logs} />
            </i>
          )}
          <span class="tv-label">
            <span class="tv-time">{total}</span>
          </span>
        </div>
        <div role="gridcell" class="tv-dur">
          {total}
        </div>
      </div>
    );
  }
}
