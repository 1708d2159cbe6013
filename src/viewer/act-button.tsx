import { useSignal } from '@preact/signals';
import type { PaneTranslate } from './strings-panes.ts';

interface ActButtonProps {
  readonly label: string;
  /** Answers whether it worked. */
  readonly act: () => boolean | Promise<boolean>;
  readonly t: PaneTranslate;
}

/** A button that copies something and then says whether it did. */
export function ActButton({ label, act, t }: ActButtonProps) {
  const result = useSignal<'copied' | 'copyFailed' | undefined>(undefined);
  const run = async (): Promise<void> => {
    result.value = (await act()) ? 'copied' : 'copyFailed';
  };
  return (
    <button type="button" class="tv-button" onClick={() => void run()}>
      <span aria-live="polite">{result.value === undefined ? label : t(`detail.${result.value}`)}</span>
    </button>
  );
}
