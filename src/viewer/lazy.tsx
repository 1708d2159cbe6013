import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Lazy } from './panes.ts';
import type { Translate } from './strings.ts';

interface LazyViewProps<Props> {
  readonly lazy: Lazy<ComponentType<Props>>;
  readonly props: Props;
  readonly t: Translate;
}

/** A pane whose code may still have to arrive. */
export function LazyView<Props extends object>({ lazy, props, t }: LazyViewProps<Props>) {
  useEffect(lazy.load, [lazy]);
  const loaded = lazy.state.value;
  if (typeof loaded !== 'object') {
    return <p class="tv-empty">{t(loaded === 'failed' ? 'tab.failed' : 'tab.loading')}</p>;
  }
  const Pane = loaded.pane;
  return <Pane {...props} />;
}
