/** `npm run types`: every room's source and tests under the compiler, in one process, remembering what has not changed. */

import { spawnSync } from 'node:child_process';
import { dirname, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from './root.js';
import { house } from './tidy/house.js';

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

/** The files of a project, from the root; none for a room that is not built yet, which the compiler takes for a fault. */
function filesOf(project: string): string[] {
  const path = `${ROOT}/${project}`;
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path));
  return fileNames.map((file) => relative(ROOT, file).replaceAll('\\', '/'));
}

const projects = PROJECTS.map((project) => ({ project, files: filesOf(project) })).filter(({ files }) => files.length > 0);

const seen = new Set(projects.flatMap(({ files }) => files));
const unseen = house().filter(({ path }) => /\.tsx?$/.test(path) && !seen.has(path));
for (const { path } of unseen) console.log(`${path}: no project holds this file: add it to the tsconfig.json of its room`);

const tsc = `${ROOT}/node_modules/typescript/bin/tsc`;
const args = [tsc, '--build', ...projects.map(({ project }) => project)];
const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
process.exit(unseen.length > 0 ? 1 : (status ?? 1));
