import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { buildPage } from './buildPage.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, 'dist/packed');
const FILE = join(ROOT, 'dist/dosetwin.html');

/** Writes the whole page as one HTML file: scripts, worker, fonts and light are inside, and it needs no network. Its path. */
export async function pack(file = FILE): Promise<string> {
  await buildPage({
    plugins: [viteSingleFile({ removeViteModuleLoader: true })],
    build: { outDir: FOLDER, assetsInlineLimit: Number.MAX_SAFE_INTEGER, cssCodeSplit: false },
  });
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, readFileSync(join(FOLDER, 'index.html')));
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = await pack();
  const megabytes = (readFileSync(file).length / 1_000_000).toFixed(1);
  console.log(`${file}  ${megabytes} MB`);
}
