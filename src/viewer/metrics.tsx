import { useComputed } from '@preact/signals';
import type { Exemplar, Metric } from '../otlp/telemetry.ts';
import { formatDuration } from '../trace/index.ts';
import { MetricBuckets } from './metric-buckets.tsx';
import { MetricPlot, SeriesName } from './metric-plot.tsx';
import { instruments, type Instrument, type Point, type Series } from './metric-series.ts';
import type { PaneProps } from './panes.ts';
import { plotOf } from './plot.ts';
import { ScrollBox } from './scroll-box.tsx';
import { paneWords, type PaneTranslate } from './strings-panes.ts';
import { formatNumber, withUnit } from './values.ts';
import { rowOfKey, spanKey } from './visible.ts';
import './metrics.css';

/** Points that are listed of one metric. */
const MOST_POINTS = 300;

/** Exemplars that are listed of one point. */
const MOST_EXEMPLARS = 5;

/** What was measured: of every metric a picture and a table of its points, which lead to the spans they are examples of. */
export function MetricsPane(props: PaneProps) {
  const { model, state, t: words } = props;
  const t = paneWords(words);
  const shown = useComputed(() => instruments(model.telemetry.value.metrics, t));
  const { originNs, spans } = state.forest.value;
  // Without spans, times count from the first collection.
  const origin = spans.length > 0 ? originNs : (firstCollected(shown.value) ?? 0n);
  return (
    <ScrollBox label={t('tab.metrics')}>
      {shown.value.map((instrument, at) => (
        <MetricView key={at} instrument={instrument} originNs={origin} t={t} pane={props} />
      ))}
    </ScrollBox>
  );
}

interface MetricViewProps {
  readonly instrument: Instrument;
  readonly originNs: bigint;
  readonly t: PaneTranslate;
  readonly pane: PaneProps;
}

function MetricView({ instrument, originNs, t, pane }: MetricViewProps) {
  const { metric, series, service } = instrument;
  const plot = plotOf(instrument, originNs);
  const rows = series.flatMap((one) => one.points.map((point) => ({ one, point })));
  const joined = rows.some(({ point }) => point.exemplars.some(({ spanId }) => spanId !== ''));
  return (
    <section class="tv-metric">
      <p class="tv-metric-name">{metric.name}</p>
      <p class="tv-faint">
        {[service, kindText(instrument, t), metric.unit, metric.description].filter((text) => text !== '').join(' · ')}
      </p>
      {plot !== undefined && <MetricPlot instrument={instrument} plot={plot} t={t} />}
      <MetricBuckets name={metric.name} series={series} originNs={originNs} t={t} />
      <ScrollBox label={t('metrics.points', { name: metric.name })} kind="tv-points">
        <table class="tv-table" aria-label={metric.name}>
          <thead>
            <tr>
              <th scope="col">{t('detail.attributes')}</th>
              <th scope="col">{t('metrics.collected')}</th>
              <th scope="col">{t('metrics.value')}</th>
              {joined && <th scope="col">{t('metrics.spans')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_POINTS).map(({ one, point }, at) => (
              <tr key={at}>
                <th scope="row" class="tv-value">
                  <Legend series={one} plot={plot} t={t} />
                </th>
                <td class="tv-num">{formatDuration(point.timeNs - originNs)}</td>
                <td class="tv-value">{point.text}</td>
                {joined && (
                  <td>
                    <Exemplars point={point} metric={metric} originNs={originNs} t={t} pane={pane} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > MOST_POINTS && (
        <p class="tv-empty">{t('metrics.pointsMore', { shown: MOST_POINTS, n: rows.length })}</p>
      )}
    </section>
  );
}

function Legend({ series, plot, t }: { series: Series; plot: ReturnType<typeof plotOf>; t: PaneTranslate }) {
  if (series.attributes.length === 0) return <>{t('detail.none')}</>;
  return <SeriesName series={series} plot={plot} />;
}

interface ExemplarsProps extends Omit<MetricViewProps, 'instrument'> {
  readonly point: Point;
  readonly metric: Pick<Metric, 'unit'>;
}

/** The spans in which values of a point were measured. */
function Exemplars({ point: { exemplars }, metric, originNs, t, pane: { state, goToSpan } }: ExemplarsProps) {
  const joined = exemplars.filter(({ spanId }) => spanId !== '');
  const forest = state.forest.value;
  const told = ({ value, timeUnixNano }: Exemplar): string =>
    t('metrics.exemplar', {
      value: value === undefined ? t('metrics.noValue') : withUnit(formatNumber(value), metric.unit),
      at: formatDuration(timeUnixNano - originNs),
    });
  return (
    <ul class="tv-list">
      {joined.slice(0, MOST_EXEMPLARS).map((exemplar, at) => {
        const row = rowOfKey(forest, spanKey(exemplar));
        return (
          <li key={at}>
            {row < 0 ? (
              <span>
                {t('detail.linkElsewhere')} <code>{exemplar.spanId}</code>
              </span>
            ) : (
              <button type="button" class="tv-link" onClick={() => goToSpan(row)}>
                {forest.spans[row]?.name}
              </button>
            )}{' '}
            <span class="tv-faint">{told(exemplar)}</span>
          </li>
        );
      })}
      {joined.length > MOST_EXEMPLARS && <li>… + {joined.length - MOST_EXEMPLARS}</li>}
    </ul>
  );
}

function kindText({ data, monotonic, temporality }: Instrument, t: PaneTranslate): string {
  const kind = monotonic ? 'counter' : data.kind;
  return t(`metrics.kind.${kind}`) + (temporality === 'unspecified' ? '' : ` · ${t(`metrics.${temporality}`)}`);
}

function firstCollected(shown: readonly Instrument[]): bigint | undefined {
  const times = shown.flatMap(({ series }) => series.flatMap(({ points }) => points.map(({ timeNs }) => timeNs)));
  return times.reduce<bigint | undefined>(
    (first, time) => (first === undefined || time < first ? time : first),
    undefined,
  );
}
