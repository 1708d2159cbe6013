import { defineConfig } from 'vitest/config';

/** Unit tests: everything that needs no browser. The examples have a runner of their own, `tests/examples`. */
export default defineConfig({
  test: {
    name: 'unit',
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    environment: 'node',
    // Properties try many inputs, and the machine may have other work.
    testTimeout: 30_000,
  },
});
