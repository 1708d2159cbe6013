import { useSignal } from '@preact/signals';
import type { Preview } from '../sandbox/contract.ts';
import type { Translate } from './strings.ts';

interface PreviewProps {
  readonly value: Preview;
  /** The first text of a line stands without quotes, as consoles print it. */
  readonly bare: boolean;
  readonly t: Translate;
}

/** A logged value: text, or a tree that unfolds. Nothing in it is ever markup. */
export function PreviewView({ value, bare, t }: PreviewProps) {
  const open = useSignal(false);
  const children = previewChildren(value, t);
  const text = previewText(value, bare);
  const kind = value.kind === 'primitive' ? value.type : value.kind;
  if (children.length === 0) return <span class={`tv-v tv-v-${bare ? 'bare' : kind}`}>{text}</span>;
  return (
    <details
      class="tv-tree"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary class={`tv-v tv-v-${kind}`}>{text}</summary>
      {open.value && (
        <ul>
          {children.map(([key, child], at) => (
            <li key={at}>
              <span class="tv-key">{key}</span>
              {child !== undefined && <PreviewView value={child} bare={false} t={t} />}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

type Child = readonly [key: string, value: Preview | undefined];

/** What unfolds beneath a value: members, items, the frames and causes of an error. */
export function previewChildren(value: Preview, t: Translate): readonly Child[] {
  const more = (n: number): readonly Child[] => (n > 0 ? [[t('console.more', { n }), undefined]] : []);
  switch (value.kind) {
    case 'primitive':
    case 'opaque':
      return [];
    case 'object':
      return [...value.entries.map((entry): Child => [`${entry.key}: `, entry.value]), ...more(value.more)];
    case 'list':
      return [...value.items.map((item, at): Child => [`${at}: `, item]), ...more(value.more)];
    case 'error': {
      const frames = value.stack.map((frame): Child => [`${frame.file}:${frame.line}:${frame.column}`, undefined]);
      const cause: readonly Child[] = value.cause === undefined ? [] : [[t('console.cause'), value.cause]];
      return [...frames, ...cause, ...(value.errors ?? []).map((error, at): Child => [`${at}: `, error])];
    }
    default:
      return value satisfies never;
  }
}

/** Members and letters beyond which a one-line text is cut. */
const MOST_MEMBERS = 5;
const MOST_LETTERS = 80;

/** A value on one line: `{ id: 7, tags: Array(2) }`. Values within are named, not opened. */
export function previewText(value: Preview, bare: boolean): string {
  switch (value.kind) {
    case 'primitive':
      if (value.type === 'string') return bare ? value.text : JSON.stringify(value.text);
      return value.type === 'bigint' && !value.text.endsWith('n') ? `${value.text}n` : value.text;
    case 'opaque':
      return value.text;
    case 'error':
      return value.message === '' ? value.name : `${value.name}: ${value.message}`;
    case 'object': {
      const name = value.name === '' || value.name === 'Object' ? '' : `${value.name} `;
      const members = value.entries.map((entry) => `${entry.key}: ${shortText(entry.value)}`);
      return `${name}{${listed(members, value.more)}}`;
    }
    case 'list': {
      const name = value.name === '' || value.name === 'Array' ? '' : `${value.name} `;
      const items = value.items.map(shortText);
      return `${name}(${value.items.length + value.more}) [${listed(items, value.more, '')}]`;
    }
    default:
      return value satisfies never;
  }
}

function listed(parts: readonly string[], more: number, pad = ' '): string {
  if (parts.length === 0 && more === 0) return '';
  const cut = parts.length > MOST_MEMBERS || more > 0;
  return `${pad}${[...parts.slice(0, MOST_MEMBERS), ...(cut ? ['…'] : [])].join(', ')}${pad}`;
}

function shortText(value: Preview): string {
  if (value.kind === 'object') return value.name === '' || value.name === 'Object' ? '{…}' : value.name;
  if (value.kind === 'list') return `${value.name === '' ? 'Array' : value.name}(${value.items.length + value.more})`;
  const text = previewText(value, false);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
