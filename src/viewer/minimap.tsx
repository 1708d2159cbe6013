/* oxlint-disable jsx-a11y/prefer-tag-over-role -- two handles on one track are more than a range input can do */
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { formatDuration } from '../trace/index.ts';
import { onTheme, pixelOf, readPalette } from './inks.ts';
import { TYPE_AHEAD_MS } from './keys.ts';
import { paintMinimap, type Inks } from './minimap-paint.ts';
import type { TimeRange } from './range.ts';
import type { TraceState } from './state.ts';
import { mapWords, type MapTranslate } from './strings-map.ts';
import type { Translate } from './strings.ts';
import { between, byClock, panBy, STEP, zoomBy, zoomKey } from './zoom.ts';
import './minimap.css';

interface MinimapProps {
  readonly state: TraceState;
  /** The box around the minimap and the rows: the wheel and the keys are listened to there. */
  readonly root: RefObject<HTMLElement>;
  readonly t: Translate;
}

/** Pixels of the page. */
const HEIGHT = 40;
/** A pointer that moved less has clicked, not dragged. */
const CLICK = 3;
/** A range is told once it has stood still for as long, in milliseconds. */
const TELL_AFTER_MS = 500;

/** The whole trace in small; what is dragged over it, by pointer, wheel or key, is what the rows show. */
export function Minimap({ state, root, t: words }: MinimapProps) {
  const t = mapWords(words);
  const canvas = useRef<HTMLCanvasElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const inks = useSignal<Inks | undefined>(undefined);
  const forest = state.forest.value;
  const range = state.range.value;
  const { durationNs } = forest;
  const whole = state.zoomed.value === undefined;
  const set = (wanted: TimeRange): void => {
    state.zoomed.value = byClock(state.forest.peek(), wanted);
  };

  useLayoutEffect(() => {
    const view = track.current;
    if (view === null) return undefined;
    const readInks = (): void => {
      const palette = readPalette(view);
      inks.value = {
        services: palette.services.map(pixelOf),
        error: pixelOf(palette.error),
        dim: pixelOf(palette.dim),
      };
    };
    readInks();
    const observer = new ResizeObserver(() => {
      width.value = view.clientWidth;
    });
    observer.observe(view);
    const stop = onTheme(readInks);
    return () => {
      observer.disconnect();
      stop();
    };
  }, []);

  const lens = state.lens.value;
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen === null || pen === undefined || inks.value === undefined || width.value === 0) return;
    const ratio = Math.min(2, devicePixelRatio);
    const size = { width: Math.round(width.value * ratio), height: Math.round(HEIGHT * ratio) };
    Object.assign(pen.canvas, size);
    const { colourOf } = state.services.peek();
    const colour = (row: number): number => {
      const span = forest.spans[row];
      return span === undefined ? 1 : colourOf(span);
    };
    const pixels = paintMinimap(forest, size, inks.value, colour, lens);
    pen.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), size.width, size.height), 0, 0);
  }, [forest, lens, inks.value, width.value]);

  useZoomByWheelAndKeys(state, root, set);

  const timeAt = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined) return 0;
    return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * durationNs;
  };
  const follow = (event: PointerEvent, moved: (ns: number, distance: number) => void): void => {
    const { currentTarget: target, clientX } = event;
    if (!(target instanceof HTMLElement) || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    target.setPointerCapture(event.pointerId);
    target.onpointermove = (next) => moved(timeAt(next), Math.abs(next.clientX - clientX));
    target.onlostpointercapture = () => {
      target.onpointermove = null;
    };
  };
  const onTrack = (event: PointerEvent): void => {
    const from = timeAt(event);
    follow(event, (ns, distance) => {
      if (distance >= CLICK) set(between(from, ns, durationNs));
    });
  };
  const percentOf = (ns: number): number => (durationNs > 0 ? (ns / durationNs) * 100 : 0);
  const handle = (which: 'start' | 'end'): { readonly at: number; readonly move: (ns: number) => void } =>
    which === 'start'
      ? { at: range.fromNs, move: (ns) => set(between(Math.min(ns, range.toNs), range.toNs, durationNs)) }
      : { at: range.toNs, move: (ns) => set(between(range.fromNs, Math.max(ns, range.fromNs), durationNs)) };

  return (
    <div class="tv-mini">
      <div class="tv-mini-track" ref={track} onPointerDown={onTrack}>
        <canvas ref={canvas} class="tv-mini-map" role="img" aria-label={t('map.name')} />
        <i class="tv-veil" style={{ left: 0, width: `${percentOf(range.fromNs)}%` }} />
        <i class="tv-veil" style={{ right: 0, width: `${100 - percentOf(range.toNs)}%` }} />
        {(['start', 'end'] as const).map((which) => {
          const { at, move } = handle(which);
          return (
            <div
              key={which}
              class={`tv-handle tv-handle-${which}`}
              role="slider"
              tabIndex={0}
              aria-label={t(`map.${which}`)}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(percentOf(at))}
              aria-valuetext={formatDuration(at)}
              style={{ left: `${percentOf(at)}%` }}
              onPointerDown={(event) => follow(event, (ns) => move(ns))}
              onKeyDown={(event) => {
                const next = slide(event.key, at, range, durationNs);
                if (next === undefined) return;
                event.preventDefault();
                move(next);
              }}
            />
          );
        })}
      </div>
      <div class="tv-mini-side">
        {!whole && (
          <button
            type="button"
            class="tv-button"
            onClick={() => {
              state.zoomed.value = undefined;
            }}
          >
            {t('map.whole')}
          </button>
        )}
      </div>
      <Told range={range} whole={whole} durationNs={durationNs} t={t} />
    </div>
  );
}

/** Where a key moves a handle to: by a fiftieth of what is shown, by a fifth with Page, to the ends of the trace. */
function slide(key: string, at: number, range: TimeRange, durationNs: number): number | undefined {
  const step = (range.toNs - range.fromNs) / 50;
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: at - step,
    ArrowDown: at - step,
    ArrowRight: at + step,
    ArrowUp: at + step,
    PageDown: at - 10 * step,
    PageUp: at + 10 * step,
    Home: 0,
    End: durationNs,
  };
  const place = places[key];
  return place === undefined ? undefined : Math.max(0, Math.min(durationNs, place));
}

interface ToldProps {
  readonly range: TimeRange;
  readonly whole: boolean;
  readonly durationNs: number;
  readonly t: MapTranslate;
}

/** Says politely what is shown, once the reader has stopped moving it. */
function Told({ range, whole, durationNs, t }: ToldProps) {
  const text = useSignal('');
  const untouched = useRef(true);
  useEffect(() => {
    if (untouched.current && whole) return undefined;
    untouched.current = false;
    const timer = setTimeout(() => {
      text.value = whole
        ? t('map.shownWhole')
        : t('map.shown', {
            from: formatDuration(range.fromNs),
            to: formatDuration(range.toNs),
            total: formatDuration(durationNs),
          });
    }, TELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [range.fromNs, range.toNs, whole]);
  return (
    <span class="tv-hidden" aria-live="polite">
      {text.value}
    </span>
  );
}

/** The wheel with a modifier and the keys of the rows, listened to for as long as the minimap is there. */
function useZoomByWheelAndKeys(
  state: TraceState,
  root: RefObject<HTMLElement>,
  set: (wanted: TimeRange) => void,
): void {
  useEffect(() => {
    const view = root.current;
    if (view === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      const lane = view.querySelector('.tv-axis-lane')?.getBoundingClientRect();
      const { durationNs } = state.forest.peek();
      const range = state.range.peek();
      const inRows = event.target instanceof Element && event.target.closest('.tv-box, .tv-mini') !== null;
      if (lane === undefined || !inRows) return;
      // A pinch on a touch pad arrives as a wheel with Ctrl.
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const share = Math.max(0, Math.min(1, (event.clientX - lane.left) / lane.width));
        const turn = Math.max(-1, Math.min(1, event.deltaY / (event.deltaMode === 0 ? 100 : 3)));
        set(zoomBy(range, durationNs, STEP ** turn, share));
      } else if (event.shiftKey && state.zoomed.peek() !== undefined) {
        event.preventDefault();
        // Some browsers turn the wheel's axis when Shift is held.
        const delta = event.deltaX === 0 ? event.deltaY : event.deltaX;
        set(panBy(range, durationNs, Math.max(-1, Math.min(1, delta / 500))));
      }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
      if (target.closest('[role=treegrid]') === null) return;
      const { typed } = state;
      if (typed.text !== '' && event.timeStamp - typed.at <= TYPE_AHEAD_MS) return;
      const next = zoomKey(event.key, state.range.peek(), state.forest.peek().durationNs);
      if (next === undefined) return;
      event.preventDefault();
      // The rows would take the letter for the beginning of a name.
      event.stopPropagation();
      set(next);
    };
    view.addEventListener('wheel', onWheel, { passive: false });
    view.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      view.removeEventListener('wheel', onWheel);
      view.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}
