/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a separator that moves is a widget, which hr is not */
const NARROWEST = 15;
const WIDEST = 75;

interface ResizerProps {
  /** Width of the column, percent of the whole. */
  readonly percent: number;
  readonly label: string;
  readonly onResize: (percent: number) => void;
}

/** The line between the name column and the timeline: dragged, or moved by the arrow keys while it has the focus. */
export function Resizer({ percent, label, onResize }: ResizerProps) {
  const set = (wanted: number): void => {
    onResize(Math.round(Math.max(NARROWEST, Math.min(WIDEST, wanted)) * 10) / 10);
  };
  const onPointerDown = (event: PointerEvent): void => {
    const handle = event.currentTarget;
    if (!(handle instanceof HTMLElement) || event.button !== 0) return;
    const box = handle.closest('.tv-axis')?.getBoundingClientRect();
    if (box === undefined) return;
    event.preventDefault();
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (moved) => set(((moved.clientX - box.left) / box.width) * 100);
    handle.onlostpointercapture = () => {
      handle.onpointermove = null;
    };
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = { ArrowLeft: percent - 2, ArrowRight: percent + 2, Home: NARROWEST, End: WIDEST }[event.key];
    if (moved === undefined) return;
    event.preventDefault();
    set(moved);
  };
  return (
    <div
      class="tv-resize"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
