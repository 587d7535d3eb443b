import { defineConfig } from 'vitest/config';

/** The long property tests, thousands of random days; `npm run campaign` alone runs them. */
export default defineConfig({
  cacheDir: '.cache/vite',
  test: { name: 'campaign', include: ['*/**/*.campaign.test.ts'], testTimeout: 24 * 3_600_000, hookTimeout: 3_600_000 },
});
