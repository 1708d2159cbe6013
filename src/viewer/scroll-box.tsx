/* oxlint-disable jsx-a11y/prefer-tag-over-role -- of the tags for a group none is a plain box */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by keyboard */
import type { ComponentChildren } from 'preact';

interface ScrollBoxProps {
  /** What is in it, for whoever comes to it by Tab. */
  readonly label: string;
  readonly kind?: string;
  readonly children: ComponentChildren;
}

/**
 * A box for what may be longer than a screenful. It is a group and no region: a page has many examples, and each would
 * bring a landmark of the same name.
 */
export function ScrollBox({ label, kind = '', children }: ScrollBoxProps) {
  return (
    <div role="group" class={`tv-scroll ${kind}`.trimEnd()} tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
