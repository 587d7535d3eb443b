import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from '../web/buildPage.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A folder for each state of the sources, so that a page is whole from the moment when it is there, whoever else builds it. */
const PAGES = join(ROOT, 'dist/page');
/** A page that nobody has built anew for so long is served by nobody. */
const OLD_ms = 24 * 3_600_000;

/** All that the page is made of. */
const SOURCES = [
  'ui/web',
  'twin/src',
  'firmware-bridge/src',
  'scenarios/src',
  'scenarios/library',
  'scenarios/regions',
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
  const folder = join(PAGES, stampOfSources());
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await buildPage({ build: { outDir: draft } });
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Somebody else was faster, with the same.
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  removeOld(folder);
  return folder;
}

function removeOld(kept: string): void {
  for (const name of readdirSync(PAGES)) {
    const path = join(PAGES, name);
    if (path !== kept && Date.now() - statSync(path).mtimeMs > OLD_ms) rmSync(path, { recursive: true, force: true });
  }
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
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort();
}
