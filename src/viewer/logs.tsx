import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LogRecord } from '../otlp/telemetry.ts';
import { formatDuration, logTime, serviceName } from '../trace/index.ts';
import { Pages } from './pages.tsx';
import type { PaneProps } from './panes.ts';
import { ScrollBox } from './scroll-box.tsx';
import { severityMark, toneOf } from './severity.ts';
import { paneWords } from './strings-panes.ts';
import { attributesText, valueText } from './values.ts';
import { rowOfKey, spanKey } from './visible.ts';

/** Records on a page of the list. */
const PAGE = 1000;

/** What was logged, in order of time, each record joined to its span. */
export function LogsPane({ model, state, t: words, goToSpan }: PaneProps) {
  const t = paneWords(words);
  const logs = useComputed(() => inOrderOfTime(model.telemetry.value.logs)).value;
  const forest = state.forest.value;
  const shown = state.shownLog.value;
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => line.current?.focus(), [shown]);
  // A record that the reader asked for is on the page that opens, until the reader turns to another.
  const turned = useSignal<{ readonly away: LogRecord | undefined; readonly page: number } | undefined>(undefined);
  const asked = shown === undefined ? 0 : Math.floor(Math.max(0, logs.indexOf(shown)) / PAGE);
  const page = turned.value?.away === shown ? (turned.value?.page ?? asked) : asked;
  const from = page * PAGE;
  const to = Math.min(logs.length, from + PAGE);
  const selected = state.selectedRow.value;
  // Without spans, times count from the first record.
  const [earliest] = logs;
  const origin = forest.spans.length > 0 || earliest === undefined ? forest.originNs : logTime(earliest);
  const several = new Set(logs.map(serviceName)).size > 1;
  return (
    <ScrollBox label={t('tab.logs')}>
      <table class="tv-table" aria-label={t('tab.logs')}>
        <thead>
          <tr>
            <th scope="col">{t('logs.time')}</th>
            <th scope="col">{t('logs.severity')}</th>
            <th scope="col">{t('logs.record')}</th>
            {several && <th scope="col">{t('detail.service')}</th>}
            <th scope="col">{t('logs.span')}</th>
          </tr>
        </thead>
        <tbody>
          {logs.slice(from, to).map((record, at) => {
            const row = record.spanId === '' ? -1 : rowOfKey(forest, spanKey(record));
            const ns = Number(logTime(record) - origin);
            return (
              <tr
                key={at}
                class={record === shown ? 'tv-lit' : undefined}
                tabIndex={record === shown ? -1 : undefined}
                ref={record === shown ? line : null}
              >
                <td class="tv-num">{ns < 0 ? `−${formatDuration(-ns)}` : `+${formatDuration(ns)}`}</td>
                <td class={`tv-tone-${toneOf(record)}`}>{severityMark(record, t)}</td>
                <td class="tv-value">
                  {record.eventName !== '' && <b>{record.eventName} </b>}
                  {valueText(record.body)}
                  {record.attributes.length > 0 && <div class="tv-faint">{attributesText(record.attributes)}</div>}
                  {record.droppedAttributesCount > 0 && (
                    <div class="tv-dropped">
                      ▲ {t('detail.droppedAttributes', { n: record.droppedAttributesCount })}
                    </div>
                  )}
                </td>
                {several && <td>{serviceName(record)}</td>}
                <td>
                  {row >= 0 ? (
                    <button
                      type="button"
                      class="tv-link"
                      aria-current={row === selected ? 'true' : undefined}
                      onClick={() => goToSpan(row)}
                    >
                      {row === selected && '▸ '}
                      {forest.spans[row]?.name}
                    </button>
                  ) : (
                    record.spanId !== '' && (
                      <span class="tv-faint">
                        {t('detail.linkElsewhere')} <code>{record.spanId}</code>
                      </span>
                    )
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {logs.length > PAGE && (
        <Pages
          from={from}
          to={to}
          total={logs.length}
          onTurn={(by) => {
            turned.value = { away: shown, page: page + by };
          }}
          t={t}
        />
      )}
    </ScrollBox>
  );
}

/** Records of several services arrive service by service; those of one moment stay as they came. */
function inOrderOfTime(logs: readonly LogRecord[]): readonly LogRecord[] {
  return logs.toSorted((a, b) => (logTime(a) < logTime(b) ? -1 : Number(logTime(a) > logTime(b))));
}
