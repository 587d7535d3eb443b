import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CONFIG = join(ROOT, 'ui/web/vite.config.ts');
const FOLDER = join(ROOT, 'dist/page');
const STAMP = join(FOLDER, 'sources.sha256');

/** All that the page is made of. */
const SOURCES = [
  'ui/web',
  'twin/src',
  'firmware-bridge/src',
  'scenarios/src',
  'scenarios/library',
  'reports/src',
  'package-lock.json',
];

let made: Promise<string> | null = null;

/** The folder with the built page: as it stands if none of its sources has changed since, else built anew, in some seconds. */
export function pageFolder(): Promise<string> {
  made ??= make().catch((error: unknown) => {
    made = null;
    throw error;
  });
  return made;
}

async function make(): Promise<string> {
  const stamp = stampOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return FOLDER;
  await build({ configFile: CONFIG, logLevel: 'error' });
  writeFileSync(STAMP, stamp);
  return FOLDER;
}

/** Changes with any source's path, size or time. */
function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of filesUnder(join(ROOT, source))) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}\n${size}\n${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort();
}
