import type { Exchange } from '../sandbox/contract.ts';
import type { PaneTranslate } from './strings-panes.ts';

/** The statuses after which an OTLP client sends again (OTLP specification, "Retryable Response Codes"). */
const RETRYABLE: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** What an answer means for the sender, and whether it is bad news. */
export interface AnswerWords {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad';
}

/** `200 accepted`, `200 partial success, 3 rejected`, `503 will be retried`, `no answer`. */
export function answerWords(exchange: Exchange, t: PaneTranslate): AnswerWords {
  const { status } = exchange;
  if (status === 0) return { text: t('requests.waiting'), tone: 'warn' };
  if (status >= 200 && status < 300) {
    const rejected = rejectedCount(exchange.responseBody);
    return rejected === undefined
      ? { text: `${status} ${t('requests.accepted')}`, tone: 'good' }
      : { text: `${status} ${t('requests.partial', { n: rejected })}`, tone: 'warn' };
  }
  return RETRYABLE.has(status)
    ? { text: `${status} ${t('requests.retry')}`, tone: 'warn' }
    : { text: `${status} ${t('requests.refused')}`, tone: 'bad' };
}

/**
 * How many items a partial success refused: `rejectedSpans`, `rejectedDataPoints` or `rejectedLogRecords` of the
 * answer, as text because it is a 64-bit number. Undefined for a full success and for a body that is not JSON.
 */
export function rejectedCount(body: string): string | undefined {
  const field = /"rejected(?:Spans|DataPoints|LogRecords)"\s*:\s*"?(\d+)/.exec(body);
  return field === null || field[1] === '0' ? undefined : field[1];
}

/** The path of an address; the address itself when it cannot be read. */
export function pathOf(url: string): string {
  return URL.parse(url, 'http://localhost')?.pathname ?? url;
}
