/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by keyboard */
import { useSignal } from '@preact/signals';
import { formatDuration } from '../trace/index.ts';
import type { Exchange } from '../sandbox/contract.ts';
import { answerWords, pathOf } from './exchange-words.ts';
import { hexDump } from './hex.ts';
import { indentJson } from './json-text.ts';
import type { PaneProps } from './panes.ts';
import { paneWords, type PaneTranslate } from './strings-panes.ts';
import { formatBytes } from './values.ts';

/** Letters of a JSON body and bytes of a binary one that are shown. */
const MOST_LETTERS = 200_000;
const MOST_BYTES = 4096;
const MOST_EXCHANGES = 500;

/** What was sent to the receiver, byte by byte, and what it answered. */
export function RequestsPane({ model, t: words }: PaneProps) {
  const t = paneWords(words);
  const open = useSignal<number | undefined>(undefined);
  const exchanges = model.exchanges.value;
  if (exchanges.length === 0) return <p class="tv-empty">{t('requests.empty')}</p>;
  return (
    <ol class="tv-exchanges">
      {exchanges.slice(0, MOST_EXCHANGES).map((exchange) => {
        const answer = answerWords(exchange, t);
        const shown = open.value === exchange.id;
        return (
          <li key={exchange.id}>
            <button
              type="button"
              class="tv-exchange"
              aria-expanded={shown}
              onClick={() => {
                open.value = shown ? undefined : exchange.id;
              }}
            >
              <span class="tv-num">+{formatDuration(exchange.atMs * 1e6)}</span>
              <span class="tv-path">
                {exchange.method} {pathOf(exchange.url)}
              </span>
              <span class="tv-exchange-type">{exchange.contentType.replace(/;.*/, '')}</span>
              <span class="tv-num">{formatBytes(exchange.body.length)}</span>
              <span class={`tv-answer tv-tone-${answer.tone}`}>{answer.text}</span>
            </button>
            {shown && <ExchangeDetail exchange={exchange} t={t} />}
          </li>
        );
      })}
      {exchanges.length > MOST_EXCHANGES && (
        <li class="tv-empty">{t('console.more', { n: exchanges.length - MOST_EXCHANGES })}</li>
      )}
    </ol>
  );
}

function ExchangeDetail({ exchange, t }: { readonly exchange: Exchange; readonly t: PaneTranslate }) {
  const answer = exchange.responseBody;
  return (
    <div class="tv-exchange-detail">
      {exchange.problem !== undefined && <p class="tv-bad-text">✕ {exchange.problem}</p>}
      <Headers title={t('requests.headers')} headers={exchange.headers} t={t} />
      <Body title={t('requests.body')} size={exchange.body.length} {...requestText(exchange)} t={t} />
      <Headers title={t('requests.answerHeaders')} headers={exchange.responseHeaders} t={t} />
      <Body title={t('requests.answerBody')} size={answer.length} {...indentIfJson(answer)} t={t} />
    </div>
  );
}

interface HeadersProps {
  readonly title: string;
  readonly headers: Exchange['headers'];
  readonly t: PaneTranslate;
}

function Headers({ title, headers, t }: HeadersProps) {
  return (
    <section class="tv-section">
      <h3 class="tv-heading">
        {title}
        {headers.length === 0 && <span class="tv-none"> {t('detail.none')}</span>}
      </h3>
      {headers.length > 0 && (
        <table class="tv-attrs" aria-label={title}>
          <tbody>
            {headers.map(([name, value], at) => (
              <tr key={at}>
                <th scope="row">{name}</th>
                <td class="tv-value">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface Shown {
  readonly text: string;
  /** The unit of what is shown of a body that is cut; undefined when it is whole. */
  readonly shownBytes: number | undefined;
}

function Body({ title, size, text, shownBytes, t }: Shown & { title: string; size: number; t: PaneTranslate }) {
  return (
    <section class="tv-section">
      <h3 class="tv-heading">
        {title}
        {size === 0 && <span class="tv-none"> {t('requests.emptyBody')}</span>}
      </h3>
      {size > 0 && (
        // Focusable, because a body that overflows must scroll by keyboard too.
        <pre class="tv-body" tabIndex={0} aria-label={title}>
          {text}
        </pre>
      )}
      {shownBytes !== undefined && (
        <p class="tv-dropped">{t('requests.cut', { shown: formatBytes(shownBytes), size: formatBytes(size) })}</p>
      )}
    </section>
  );
}

function requestText({ body, contentType, headers }: Exchange): Shown {
  const packed = headers.some(([name]) => name.toLowerCase() === 'content-encoding');
  if (contentType.includes('json') && !packed) {
    const text = new TextDecoder().decode(body.subarray(0, MOST_LETTERS));
    const { text: set, cut } = indentJson(text, MOST_LETTERS);
    return {
      text: set,
      shownBytes: cut || body.length > MOST_LETTERS ? Math.min(body.length, MOST_LETTERS) : undefined,
    };
  }
  return {
    text: hexDump(body.subarray(0, MOST_BYTES)),
    shownBytes: body.length > MOST_BYTES ? MOST_BYTES : undefined,
  };
}

function indentIfJson(text: string): Shown {
  const set = /^\s*[[{]/.test(text) ? indentJson(text, MOST_LETTERS) : { text: text.slice(0, MOST_LETTERS) };
  return { text: set.text, shownBytes: text.length > MOST_LETTERS ? MOST_LETTERS : undefined };
}
