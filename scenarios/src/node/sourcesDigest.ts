import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256 over the sources in some folders and some files beside them, all told from `root`: the same on every platform. Line ends, the
 * order of folders and tests do not count.
 */
export function sourcesDigest(root: string, folders: readonly string[], files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of [...folders.flatMap((folder) => sourcesIn(root, folder)), ...files].sort()) {
    hash.update(`${path}\n${readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')}\n`);
  }
  return hash.digest('hex');
}

function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'test' ? [] : sourcesIn(root, path);
    return /\.(ts|js|json)$/.test(path) && !path.endsWith('.test.ts') ? [path] : [];
  });
}
