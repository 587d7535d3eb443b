import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { posterPlugin } from './posterPlugin.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The page: React, one worker as a module of its own text, fonts from the build, nothing from a network. */
export default defineConfig({
  root: here,
  base: './',
  cacheDir: fileURLToPath(new URL('../../.cache/page', import.meta.url)),
  plugins: [react(), posterPlugin()],
  // A classic worker: a module worker from a blob is refused where the page was opened from a file.
  worker: { format: 'iife' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 6000,
    assetsInlineLimit: 0,
  },
});
