/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a picture made of elements, which an img cannot hold */
import { formatDuration } from '../trace/index.ts';
import { MOST_SERIES, type Place, type Plot } from './plot.ts';
import type { Instrument, Series } from './metric-series.ts';
import type { PaneTranslate } from './strings-panes.ts';
import { attributesText } from './values.ts';

/** A series is told by the form of its marks and by the dashes of its line; its colour is only one more way. */
const SHAPES = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  'M-3.5-3.5h7v7h-7z',
  'M0-4.5L4.5 3.5h-9z',
  'M0-5L5 0L0 5L-5 0z',
  'M0 4.5L4.5-3.5h-9z',
  'M-4-1.5h2.5V-4h3v2.5H4v3H1.5V4h-3V1.5H-4z',
  'M-5-3.5L5 3.5V-3.5L-5 3.5z',
  'M-4.5 0L-2-4h4L4.5 0L2 4h-4z',
] as const;

interface MetricPlotProps {
  readonly instrument: Instrument;
  readonly plot: Plot;
  readonly t: PaneTranslate;
}

/** Sums and gauges over the time of their collection: one picture with one sentence; the table beside it has it all. */
export function MetricPlot({ instrument, plot, t }: MetricPlotProps) {
  const { name } = instrument.metric;
  const told = { name, n: plot.lines.length + plot.more, from: plot.from, to: plot.to };
  const first = formatDuration(plot.firstNs);
  const last = formatDuration(plot.lastNs);
  return (
    <figure class="tv-figure-box">
      <div
        class="tv-plot"
        role="img"
        aria-label={
          first === last ? t('metrics.plotOnce', { ...told, at: last }) : t('metrics.plot', { ...told, first, last })
        }
      >
        <div class="tv-plot-values">
          {plot.values.map(({ y, label }) => (
            <span key={label} style={{ top: `${y}%` }}>
              {label}
            </span>
          ))}
        </div>
        <svg class="tv-plot-area" width="100%" height="100%">
          {plot.values.map(({ y }) => (
            <line key={y} class="tv-plot-grid" x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
          ))}
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
            {plot.lines.map(({ path }, at) => (
              <path
                key={at}
                class={`tv-plot-line tv-s${at + 1} tv-dash-${at + 1}`}
                d={path}
                vector-effect="non-scaling-stroke"
              />
            ))}
          </svg>
          {plot.lines.flatMap(({ marks }, at) =>
            marks.map((mark) => <Mark key={`${at} ${mark.x}`} at={at} {...mark} />),
          )}
        </svg>
        <div class="tv-plot-times">
          {plot.times.map(({ percent, label }) => (
            <span key={label} style={{ left: `${percent}%` }}>
              {label}
            </span>
          ))}
        </div>
      </div>
      {plot.more > 0 && <p class="tv-faint">{t('metrics.seriesMore', { n: plot.more })}</p>}
    </figure>
  );
}

function Mark({ at, x, y }: Place & { readonly at: number }) {
  return (
    <svg class={`tv-plot-mark tv-s${at + 1}`} x={`${x}%`} y={`${y}%`} overflow="visible">
      <path d={SHAPES[at]} />
    </svg>
  );
}

/** The attributes of a series and, where it is drawn, how: the legend of the plot. */
export function SeriesName({ series, plot }: { readonly series: Series; readonly plot: Plot | undefined }) {
  const at = plot?.lines.findIndex((line) => line.series === series) ?? -1;
  return (
    <>
      {at >= 0 && at < MOST_SERIES && (
        <svg class="tv-legend" width="36" height="12" viewBox="-18 -6 36 12" aria-hidden="true">
          <path class={`tv-plot-line tv-s${at + 1} tv-dash-${at + 1}`} d="M-18 0H18" />
          <g class={`tv-plot-mark tv-s${at + 1}`}>
            <path d={SHAPES[at]} />
          </g>
        </svg>
      )}
      {attributesText(series.attributes)}
    </>
  );
}
