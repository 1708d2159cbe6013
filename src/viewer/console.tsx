import { useSignal } from '@preact/signals';
import { Component } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { ConsoleEntry, Location } from '../sandbox/contract.ts';
import { formatDuration } from '../trace/index.ts';
import { PreviewView } from './preview.tsx';
import type { Translate } from './strings.ts';

/** Lines beyond this are counted, not drawn. */
export const MOST_LINES = 2000;

/**
 * Lines, and letters in them, that are added in one go: a program may print thousands at once, and the page must answer
 * between two frames.
 */
const LINES_A_FRAME = 150;
const LETTERS_A_FRAME = 30_000;
/** What a value counts that is more than its text. */
const LETTERS_OF_A_TREE = 200;

const GLYPHS = { log: '', debug: '·', info: 'ℹ', warn: '▲', error: '✕' } as const;

export interface LinesProps {
  readonly entries: readonly ConsoleEntry[];
  readonly t: Translate;
  readonly onLocation: ((location: Location) => void) | undefined;
}

interface DrawnLinesProps extends LinesProps {
  /** Called when lines have been added. */
  readonly onDrawn: () => void;
}

/** What the program printed, a line for each call. */
export function Lines({ entries, t, onLocation, onDrawn }: DrawnLinesProps) {
  const drawn = useSignal(0);
  const shown = oneMoreFrame(entries, drawn.value);
  useLayoutEffect(onDrawn, [shown]);
  useEffect(() => {
    if (shown === drawn.peek()) return undefined;
    const frame = requestAnimationFrame(() => {
      drawn.value = shown;
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return (
    <>
      {entries.slice(0, shown).map((entry, at) => (
        <Line key={at} entry={entry} t={t} onLocation={onLocation} />
      ))}
      {entries.length > MOST_LINES && (
        <p class="tv-empty">{t('console.suppressed', { n: entries.length - MOST_LINES })}</p>
      )}
    </>
  );
}

/** How many lines may be there with the next frame, after so many with this one. */
function oneMoreFrame(entries: readonly ConsoleEntry[], drawn: number): number {
  let letters = LETTERS_A_FRAME;
  let end = Math.min(drawn, entries.length);
  for (const entry of entries.slice(end, Math.min(end + LINES_A_FRAME, MOST_LINES))) {
    if (letters <= 0) break;
    for (const value of entry.values) letters -= value.kind === 'primitive' ? value.text.length : LETTERS_OF_A_TREE;
    end += 1;
  }
  return end;
}

interface LineProps {
  readonly entry: ConsoleEntry;
  readonly t: Translate;
  readonly onLocation: ((location: Location) => void) | undefined;
}

/** A class, because entries never change: a program that prints on and on draws its new lines only. */
class Line extends Component<LineProps> {
  override shouldComponentUpdate(next: LineProps): boolean {
    const { entry, t, onLocation } = this.props;
    return next.entry !== entry || next.t !== t || next.onLocation !== onLocation;
  }

  override render({ entry, t, onLocation }: LineProps) {
    const { level, at } = entry;
    return (
      <div class={`tv-line tv-line-${level}`}>
        {level !== 'log' && (
          <span class="tv-level">
            {GLYPHS[level]} {t(`console.level.${level}`)}{' '}
          </span>
        )}
        <span class="tv-said">
          {entry.values.map((value, place) => (
            <span key={place}>
              {place > 0 && ' '}
              <PreviewView value={value} bare={value.kind === 'primitive'} t={t} />
            </span>
          ))}
        </span>
        {at !== undefined && (
          <>
            {' '}
            <Place at={at} title={formatDuration(entry.atMs * 1e6)} t={t} onLocation={onLocation} />
          </>
        )}
      </div>
    );
  }
}

interface PlaceProps {
  readonly at: Location;
  /** When the line was printed, on the run's clock. */
  readonly title: string;
  readonly t: Translate;
  readonly onLocation: ((location: Location) => void) | undefined;
}

function Place({ at, title, t, onLocation }: PlaceProps) {
  const place = `${at.file}:${at.line}`;
  if (onLocation === undefined) return <span class="tv-at">{place}</span>;
  return (
    <button
      type="button"
      class="tv-at"
      title={`${t('console.goTo', { place })} · +${title}`}
      onClick={() => onLocation(at)}
    >
      {place}
    </button>
  );
}
