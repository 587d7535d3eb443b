import { defineConfig } from 'vitest/config';

/** The long property tests, thousands of random days and of faults; `npm run campaign` alone runs them, on two cores. */
export default defineConfig({
  cacheDir: '.cache/vite',
  test: {
    name: 'campaign',
    include: ['*/**/*.campaign.test.ts'],
    testTimeout: 24 * 3_600_000,
    hookTimeout: 3_600_000,
    maxWorkers: 2,
  },
});
