/** `npm run types`: every room's source and tests under the compiler, in one process, remembering what has not changed. */

import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import ts from 'typescript';
import { ROOT } from './root.js';

/** One project a room and runtime, leftmost first; the root's holds everything that runs in Node. */
const PROJECTS = [
  'twin/tsconfig.json',
  'firmware-bridge/tsconfig.json',
  'scenarios/tsconfig.json',
  'reports/tsconfig.json',
  'ui/web/tsconfig.json',
  'ui/web/tsconfig.test.json',
  'tsconfig.json',
];

/** A room that is not built yet has no file, which the compiler takes for a fault. */
function hasFiles(project: string): boolean {
  const path = `${ROOT}/${project}`;
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(path)).fileNames.length > 0;
}

const tsc = `${ROOT}/node_modules/typescript/bin/tsc`;
const { status } = spawnSync(process.execPath, [tsc, '--build', ...PROJECTS.filter(hasFiles)], { cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
