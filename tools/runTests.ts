import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { countTests, type VitestReport } from './countTests.js';
import { projectName, type Room, type TestKind } from './rooms.js';
import { ROOT } from './root.js';
import { type Outcome, runNode } from './Step.js';
import type { Counts } from './verdict.js';

/** Runs the tests of these kinds in these rooms with vitest, and counts them from its own report. None at all is a failure. */
export async function runTests(
  rooms: readonly Room[],
  kinds: readonly TestKind[],
): Promise<{ counts: Counts; outcome: Outcome }> {
  const name = `${rooms.join('+')}.${kinds.join('+')}`;
  const file = `${ROOT}/.cache/tests/${name}.json`;
  mkdirSync(`${ROOT}/.cache/tests`, { recursive: true });
  rmSync(file, { force: true });
  const projects = rooms.flatMap((room) => kinds.flatMap((kind) => ['--project', projectName(room, kind)]));
  const outcome = await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : undefined;
  return { counts: countTests(report, outcome.passed), outcome };
}
