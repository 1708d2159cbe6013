/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the pane from wherever the focus is in it */
import { useComputed } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import type { Span } from '../otlp/telemetry.ts';
import { formatDuration, formatExact, logsBySpan, logTime, serviceName } from '../trace/index.ts';
import { ActButton } from './act-button.tsx';
import { Attributes } from './attributes.tsx';
import { copyText, spanJson, traceparent } from './copy.ts';
import type { RunViewOptions } from './model.ts';
import { isCancelled } from './row.ts';
import { severityMark, toneOf } from './severity.ts';
import type { TraceState } from './state.ts';
import { paneWords, type PaneTranslate } from './strings-panes.ts';
import { valueText } from './values.ts';
import { rowOfKey, spanKey } from './visible.ts';

/** Log records listed at most: the rest are in their own tab. */
const MOST_LOGS = 50;

/** What the detail of a span is given. */
export interface DetailProps extends RunViewOptions {
  readonly state: TraceState;
  /** The pane itself, which takes the focus when a row is opened. */
  readonly pane: RefObject<HTMLElement>;
  /** Back to the row. */
  readonly onLeave: () => void;
  /** Shows all log records. */
  readonly showLogs: () => void;
}

/** Everything that is known of the selected span, in sight: nothing is folded away. */
export function Detail(props: DetailProps) {
  const { state, t: words, pane, onLeave, showLogs, onLink, onLocation, lineOf } = props;
  const t = paneWords(words);
  const row = state.selectedRow.value;
  const recordsOf = useComputed(() => logsBySpan(state.logs.value)).value;
  const forest = state.forest.value;
  const span = forest.spans[row];
  if (span === undefined) return null;
  const records = recordsOf(span);
  const offset = (time: bigint): string => signed(Number(time - forest.originNs));
  const service = serviceName(span);
  const goTo = (target: number): void => {
    state.nextFocus.current = 'row';
    state.select(target);
  };
  const place = lineOf?.(span);
  const parent = forest.spans[forest.parent[row] ?? -1];
  return (
    <section
      class="tv-detail"
      aria-label={t('detail.name', { name: span.name })}
      tabIndex={-1}
      ref={pane}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <header class="tv-detail-head">
        <h3 class="tv-detail-name">{span.name}</h3>
        <button
          type="button"
          class="tv-button"
          onClick={() => {
            onLeave();
            state.deselect();
          }}
        >
          {t('detail.close')}
        </button>
      </header>
      <p class="tv-actions" key={spanKey(span)}>
        <ActButton label={t('detail.copy')} act={() => copyText(spanJson(span))} t={t} />
        <ActButton label={t('detail.copyParent')} act={() => copyText(traceparent(span))} t={t} />
        {onLink !== undefined && <ActButton label={t('detail.copyLink')} act={() => onLink(span)} t={t} />}
      </p>
      <dl class="tv-facts">
        <Fact name={t('detail.status')}>
          <StatusText span={span} t={t} />
        </Fact>
        <Fact name={t('detail.start')}>
          <span title={formatExact(span.startTimeUnixNano - forest.originNs)}>{offset(span.startTimeUnixNano)}</span>
        </Fact>
        <Fact name={t('detail.duration')}>
          <span title={formatExact(span.endTimeUnixNano - span.startTimeUnixNano)}>
            {formatDuration((forest.endNs[row] ?? 0) - (forest.startNs[row] ?? 0))}
          </span>
        </Fact>
        <Fact name={t('detail.self')}>
          <span title={formatExact(forest.selfNs[row] ?? 0)}>{formatDuration(forest.selfNs[row] ?? 0)}</span>
        </Fact>
        <Fact name={t('detail.kind')}>{span.kind}</Fact>
        <Fact name={t('detail.service')}>{service === '' ? t('detail.noService') : service}</Fact>
        {place !== undefined && (
          <Fact name={t('detail.line')}>
            {onLocation === undefined ? (
              `${place.file}:${place.line}`
            ) : (
              <button type="button" class="tv-link" onClick={() => onLocation(place)}>
                {place.file}:{place.line}
              </button>
            )}
          </Fact>
        )}
      </dl>

      <Section title={t('detail.attributes')} none={t('detail.none')} empty={span.attributes.length === 0}>
        <Attributes
          attributes={span.attributes}
          dropped={span.droppedAttributesCount}
          label={t('detail.attributes')}
          t={t}
        />
      </Section>

      {(span.events.length > 0 || span.droppedEventsCount > 0) && (
        <Section title={t('detail.events')}>
          <ol class="tv-list">
            {span.events.map((event, at) => (
              <li key={at}>
                <p class="tv-item">
                  <span class="tv-num" title={formatExact(event.timeUnixNano - forest.originNs)}>
                    {offset(event.timeUnixNano)}
                  </span>{' '}
                  <b>{event.name}</b>
                </p>
                <Attributes
                  attributes={event.attributes}
                  dropped={event.droppedAttributesCount}
                  label={event.name}
                  t={t}
                />
              </li>
            ))}
          </ol>
          {span.droppedEventsCount > 0 && (
            <p class="tv-dropped">▲ {t('detail.droppedEvents', { n: span.droppedEventsCount })}</p>
          )}
        </Section>
      )}

      {records.length > 0 && (
        <Section title={t('detail.logs')}>
          <ol class="tv-list">
            {records.slice(0, MOST_LOGS).map((record, at) => (
              <li key={at} class="tv-item">
                <span class="tv-num" title={formatExact(logTime(record) - forest.originNs)}>
                  {offset(logTime(record))}
                </span>{' '}
                <span class={`tv-tone-${toneOf(record)}`}>{severityMark(record, t)}</span>{' '}
                <button
                  type="button"
                  class="tv-link"
                  onClick={() => {
                    state.shownLog.value = record;
                    showLogs();
                  }}
                >
                  {[record.eventName, valueText(record.body)].filter((text) => text !== '').join(' ') ||
                    t('logs.record')}
                </button>
              </li>
            ))}
          </ol>
          {records.length > MOST_LOGS && (
            <button
              type="button"
              class="tv-link"
              onClick={() => {
                state.shownLog.value = records[MOST_LOGS];
                showLogs();
              }}
            >
              {t('detail.moreLogs', { n: records.length - MOST_LOGS })}
            </button>
          )}
        </Section>
      )}

      {(span.links.length > 0 || span.droppedLinksCount > 0) && (
        <Section title={t('detail.links')}>
          <ol class="tv-list">
            {span.links.map((link, at) => {
              const target = rowOfKey(forest, spanKey(link));
              const name = forest.spans[target]?.name;
              return (
                <li key={at}>
                  <p class="tv-item">
                    {name === undefined ? (
                      <span>
                        ↗ {t('detail.linkElsewhere')} <code>{link.traceId}</code> <code>{link.spanId}</code>
                      </span>
                    ) : (
                      <button type="button" class="tv-link" onClick={() => goTo(target)}>
                        ↗ {t('detail.linkHere', { name })}
                      </button>
                    )}
                    {link.traceState !== '' && <code> {link.traceState}</code>}
                  </p>
                  <Attributes
                    attributes={link.attributes}
                    dropped={link.droppedAttributesCount}
                    label={t('detail.links')}
                    t={t}
                  />
                </li>
              );
            })}
          </ol>
          {span.droppedLinksCount > 0 && (
            <p class="tv-dropped">▲ {t('detail.droppedLinks', { n: span.droppedLinksCount })}</p>
          )}
        </Section>
      )}

      <Section title={t('detail.scope')}>
        <dl class="tv-facts">
          <Fact name={t('detail.key')}>
            <code>{span.scope.name === '' ? t('detail.none') : span.scope.name}</code>
          </Fact>
          {span.scope.version !== '' && <Fact name={t('detail.version')}>{span.scope.version}</Fact>}
          {span.scope.schemaUrl !== '' && (
            <Fact name={t('detail.schema')}>
              <code>{span.scope.schemaUrl}</code>
            </Fact>
          )}
        </dl>
        <Attributes
          attributes={span.scope.attributes}
          dropped={span.scope.droppedAttributesCount}
          label={t('detail.scope')}
          t={t}
        />
      </Section>

      <Section title={t('detail.resource')}>
        {span.resource.schemaUrl !== '' && (
          <dl class="tv-facts">
            <Fact name={t('detail.schema')}>
              <code>{span.resource.schemaUrl}</code>
            </Fact>
          </dl>
        )}
        <Attributes
          attributes={span.resource.attributes}
          dropped={span.resource.droppedAttributesCount}
          label={t('detail.resource')}
          t={t}
        />
      </Section>

      <Section title={t('detail.ids')}>
        <dl class="tv-facts">
          <Fact name={t('detail.traceId')}>
            <code>{span.traceId}</code>
          </Fact>
          <Fact name={t('detail.spanId')}>
            <code>{span.spanId}</code>
          </Fact>
          <Fact name={t('detail.parentId')}>
            {span.parentSpanId === '' ? (
              t('detail.noParent')
            ) : (
              <>
                <code>{span.parentSpanId}</code>{' '}
                {parent === undefined ? (
                  t('trace.pending')
                ) : (
                  <button type="button" class="tv-link" onClick={() => goTo(forest.parent[row] ?? -1)}>
                    {t('detail.linkHere', { name: parent.name })}
                  </button>
                )}
              </>
            )}
          </Fact>
          {span.traceState !== '' && (
            <Fact name={t('detail.traceState')}>
              <code>{span.traceState}</code>
            </Fact>
          )}
          <Fact name={t('detail.flags')}>{flagsText(span.flags, t)}</Fact>
        </dl>
      </Section>
    </section>
  );
}

function Section(props: { title: string; none?: string; empty?: boolean; children: ComponentChildren }) {
  return (
    <section class="tv-section">
      <h4 class="tv-heading">
        {props.title}
        {props.empty === true && <span class="tv-none"> {props.none}</span>}
      </h4>
      {props.children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="tv-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function StatusText({ span, t }: { span: Span; t: PaneTranslate }) {
  const cancelled = isCancelled(span) ? ` · ${t('status.cancelled')}` : '';
  const { code, message } = span.status;
  if (code !== 'error') return <>{t(`status.${code}`) + cancelled}</>;
  return (
    <span class="tv-bad-text">
      ✕ {message === '' ? t('status.error') : t('detail.statusMessage', { status: t('status.error'), message })}
      {cancelled}
    </span>
  );
}

/** A time from the origin of the trace: `+12.4 ms`, or `−3.00 ms` for what a skewed clock put before it. */
function signed(ns: number): string {
  return ns < 0 ? `−${formatDuration(-ns)}` : `+${formatDuration(ns)}`;
}

/** Bits as OTLP's `SpanFlags` has them: bit 0 sampled; bit 8 says that bit 9 ("parent is remote") means something. */
function flagsText(flags: number, t: PaneTranslate): string {
  const words = [];
  if ((flags & 0x01) !== 0) words.push(t('detail.sampled'));
  if ((flags & 0x300) === 0x300) words.push(t('detail.remoteParent'));
  const hex = `0x${flags.toString(16).padStart(2, '0')}`;
  return words.length === 0 ? hex : `${hex} (${words.join(', ')})`;
}
