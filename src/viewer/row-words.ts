import { formatExact } from '../trace/index.ts';
import type { RowView } from './row.ts';
import type { Translate } from './strings.ts';

/** What a row says in words: its accessible name, the mark beside its bar, and its exact duration. */
export interface SpanWords {
  /** Name, duration, status, and what else tells it apart: `GET /orders, 12.4 ms, error, cart`. */
  readonly label: string;
  /** `✕ error`, `cancelled`, both, or empty; also how many events there are, where not each has a tick. */
  readonly mark: string;
  /** Every digit: `12.400001 ms`. */
  readonly exact: string;
}

export function spanWords(view: RowView, t: Translate): SpanWords {
  const { span } = view;
  const status = t(`status.${view.code}`);
  const cancelled = view.cancelled ? [t('status.cancelled')] : [];
  const pending = view.pending ? [t('trace.pending')] : [];
  const service = view.service === '' ? [] : [view.service];
  const crowd = view.crowd === 0 ? [] : [t('trace.events', { n: view.crowd })];
  const bad = view.code === 'error' ? [`✕ ${status}`] : [];
  return {
    label: [span.name, view.duration, status, ...cancelled, ...service, ...pending, ...crowd].join(', '),
    mark: [...bad, ...cancelled, ...pending, ...crowd].join(' · '),
    exact: formatExact(span.endTimeUnixNano - span.startTimeUnixNano),
  };
}
