/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by keyboard */
import { useEffect, useRef } from 'preact/hooks';
import type { LinesProps } from './console.tsx';
import type { Panes } from './panes.ts';

/** How near to its end, in pixels, a reader has the log for new lines to be followed. */
const NEAR_THE_END = 24;

interface PrintedProps extends LinesProps {
  /** What draws the lines, once there are any. */
  readonly code: Panes['lines'];
}

/**
 * The log: below the trace whichever tab is open, and without height while it is empty. The status line of the run is
 * what announces; lines read out one by one would talk over it.
 */
export function Printed({ code, ...lines }: PrintedProps) {
  const { entries, t } = lines;
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const empty = entries.length === 0;
  const loaded = code.state.value;
  useEffect(() => {
    if (empty) atEnd.current = true;
    else code.load();
  }, [empty]);
  const follow = (): void => {
    // With the frame that shows the lines: to measure them now would force a layout of its own.
    requestAnimationFrame(() => {
      const box = log.current;
      if (box !== null && atEnd.current) box.scrollTop = box.scrollHeight;
    });
  };
  return (
    <div class={empty ? undefined : 'tv-printed'}>
      {!empty && (
        <p class="tv-console-head" aria-hidden="true">
          {t('console.name')}
          <span class="tv-tab-count"> {entries.length}</span>
        </p>
      )}
      <div
        role="log"
        aria-label={t('console.name')}
        aria-live="off"
        class="tv-console"
        tabIndex={empty ? undefined : 0}
        ref={log}
        onScroll={({ currentTarget: box }) => {
          const { scrollTop } = box;
          // Lines may have come since it was scrolled to its end; only a reader scrolls back.
          if (box.scrollHeight - scrollTop - box.clientHeight < NEAR_THE_END) atEnd.current = true;
          else if (scrollTop < lastTop.current) atEnd.current = false;
          lastTop.current = scrollTop;
        }}
      >
        {!empty && typeof loaded === 'object' && <loaded.pane {...lines} onDrawn={follow} />}
        {!empty && loaded === 'failed' && <p class="tv-empty">{t('tab.failed')}</p>}
      </div>
    </div>
  );
}
