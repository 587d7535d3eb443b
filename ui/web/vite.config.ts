import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The page: React, one worker as a module of its own text, fonts from the build, nothing from a network. */
export default defineConfig({
  root: here,
  base: './',
  cacheDir: fileURLToPath(new URL('../../.cache/page', import.meta.url)),
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: 0,
  },
});
