import { fileURLToPath } from 'node:url';
import { runVersions } from '../run/runVersions.js';
import type { Program } from '../sizing/study/Program.js';
import { sourcesDigest } from './sourcesDigest.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What a simulated digit may depend on: the rooms that simulate, and the exact versions of what they lean on. */
const FOLDERS = ['twin/src', 'scenarios/src'];
const MANIFESTS = ['twin/package.json', 'scenarios/package.json'];

let kept: Program | null = null;

/** The program that runs here, as it stands on the disk when it is first asked for. */
export function programHere(): Program {
  kept ??= { version: runVersions.dosetwin, sources: sourcesDigest(ROOT, FOLDERS, MANIFESTS) };
  return kept;
}
