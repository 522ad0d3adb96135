import { defineConfig } from 'vitest/config';

/** Unit and integration tests. One store process is shared by all files; each file uses a database of its own. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'tests/load/**'],
    globalSetup: ['tests/support/store.global.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
});
