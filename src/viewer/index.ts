export { mountRunView } from './mount.tsx';
export type { RunViewHandle, RunViewModel, RunViewOptions } from './model.ts';
export { holdsLinked, spanFragment, spanLink } from './span-link.ts';
export { translator, type Language, type StringKey, type Translate } from './strings.ts';
