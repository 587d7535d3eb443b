#!/usr/bin/env node
// The `dosetwin` command. Sources are TypeScript: they run as a bundle that is made whenever one of them has changed, or,
// where nothing can be written beside them, one by one through a loader.
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.js';

process.setSourceMapsEnabled(true);
await import(await bundled('main').catch(oneByOne));

async function oneByOne() {
  const { register } = await import('tsx/esm/api');
  // The house's own settings, from whichever folder the command is called: that folder may have none, or others.
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
  return './main.ts';
}
