import type { Manifest } from '../manifest.ts';

declare global {
  /** Written in by the build. */
  const BUILT_MANIFEST: Manifest;
}
