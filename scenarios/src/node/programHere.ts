import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runVersions } from '../run/runVersions.js';
import type { Program } from '../sizing/study/Program.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What a simulated digit may depend on: the rooms that simulate, and the exact versions of what they lean on. */
const FOLDERS = ['twin/src', 'scenarios/src'];
const MANIFESTS = ['twin/package.json', 'scenarios/package.json'];

let kept: Program | null = null;

/** The program that runs here. Its digest is the same on every platform: line ends and the order of folders do not count. */
export function programHere(): Program {
  kept ??= { version: runVersions.dosetwin, sources: digestOf([...FOLDERS.flatMap(sourcesIn), ...MANIFESTS].sort()) };
  return kept;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'test' ? [] : sourcesIn(path);
    return /\.(ts|js|json)$/.test(path) && !path.endsWith('.test.ts') ? [path] : [];
  });
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\n${readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n')}\n`);
  return hash.digest('hex');
}
