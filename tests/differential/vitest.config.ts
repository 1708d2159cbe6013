import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Holds `csp` to Go; see `README.md` beside. */
export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    name: 'differential',
    include: ['tests/differential/**/*.test.ts'],
    environment: 'node',
    // One browser for all programs.
    fileParallelism: false,
    testTimeout: 60_000,
    // The Go programs are built first, which on a cold cache takes a while.
    hookTimeout: 600_000,
  },
});
