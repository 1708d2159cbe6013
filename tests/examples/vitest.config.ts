import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Runs every example in a real browser; see `examples.test.ts`. */
export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    name: 'examples',
    include: ['tests/examples/**/*.test.ts'],
    environment: 'node',
    // One browser for all; a run on the real clock may take 10 s.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
