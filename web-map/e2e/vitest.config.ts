import { defineConfig } from 'vitest/config';

/** Browser journeys against a running service: one after the other, each with time for a slow machine. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 60_000,
  },
});
