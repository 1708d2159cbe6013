import { formatDuration } from '../trace/index.ts';
import type { Point, Series } from './metric-series.ts';
import type { PaneTranslate } from './strings-panes.ts';
import { attributesText } from './values.ts';

/** Histograms that are drawn of one metric; of more series than that, the first. */
const MOST_DRAWN = 12;

/** Buckets that are listed of one point. */
const MOST_BUCKETS = 40;

interface BucketsProps {
  readonly name: string;
  readonly series: readonly Series[];
  readonly originNs: bigint;
  readonly t: PaneTranslate;
}

/**
 * The buckets of a histogram with their counts, a table and a chart in one: of every point where they are few, otherwise
 * of the latest of each series.
 */
export function MetricBuckets({ name, series, originNs, t }: BucketsProps) {
  const all = series.flatMap((one) =>
    one.points.filter(({ buckets }) => buckets.length > 0).map((point) => ({ one, point })),
  );
  const drawn =
    all.length <= MOST_DRAWN
      ? all
      : series.flatMap((one) => all.findLast((each) => each.one === one) ?? []).slice(0, MOST_DRAWN);
  return (
    <>
      <div class="tv-histograms">
        {drawn.map(({ one, point }, at) => {
          const label = attributesText(one.attributes);
          return (
            <BucketTable
              key={at}
              what={label === '' ? name : label}
              point={point}
              at={formatDuration(point.timeNs - originNs)}
              t={t}
            />
          );
        })}
      </div>
      {all.length > drawn.length && (
        <p class="tv-faint">{t('metrics.histogramsMore', { n: all.length - drawn.length })}</p>
      )}
    </>
  );
}

interface BucketTableProps {
  readonly what: string;
  readonly point: Point;
  readonly at: string;
  readonly t: PaneTranslate;
}

function BucketTable({ what, point: { buckets }, at, t }: BucketTableProps) {
  const total = (counted: Point['buckets']): string => String(counted.reduce((sum, { count }) => sum + count, 0n));
  const rest = buckets.slice(MOST_BUCKETS);
  return (
    <table class="tv-buckets">
      <caption>{t('metrics.buckets', { what, count: total(buckets), n: buckets.length, at })}</caption>
      <thead class="tv-hidden">
        <tr>
          <th scope="col">{t('metrics.bucket')}</th>
          <th scope="col">{t('metrics.counted')}</th>
        </tr>
      </thead>
      <tbody>
        {buckets.slice(0, MOST_BUCKETS).map(({ bounds, count, share }) => (
          <tr key={bounds}>
            <th scope="row">{bounds}</th>
            <td>
              <i class="tv-bucket" style={{ '--w': share.toFixed(4) }} />
              {String(count)}
            </td>
          </tr>
        ))}
      </tbody>
      {rest.length > 0 && (
        <tfoot>
          <tr>
            <td colSpan={2}>{t('metrics.bucketsMore', { n: rest.length, count: total(rest) })}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
