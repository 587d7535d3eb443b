import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { countTests, failedFiles, type VitestReport } from './countTests.js';
import { KINDS, projectName, type Room, type TestKind } from './rooms.js';
import { ROOT } from './root.js';
import { type Outcome, runNode } from './Step.js';
import type { Counts } from './verdict.js';

export interface TestRun {
  /** Of all files but `disturbed`. */
  readonly counts: Counts;
  readonly outcome: Outcome;
  /** Files of wires in which a test failed while other tests ran beside them; they are to be run alone. */
  readonly disturbed: readonly string[];
}

/** What runs beside them: `alone`: nothing does, and every failure counts. */
type Company = 'alone' | 'beside others';

/**
 * Runs the tests of these kinds in these rooms with vitest, or of these files of them, and counts them from its own report. None at
 * all is a failure.
 */
export async function runTests(
  rooms: readonly Room[],
  kinds: readonly TestKind[],
  company: Company = 'alone',
  files: readonly string[] = [],
): Promise<TestRun> {
  const name = `${rooms.join('+')}.${kinds.join('+')}`;
  const file = `${ROOT}/.cache/tests/${name}.json`;
  mkdirSync(`${ROOT}/.cache/tests`, { recursive: true });
  rmSync(file, { force: true });
  const projects = rooms.flatMap((room) => kinds.flatMap((kind) => ['--project', projectName(room, kind)]));
  const outcome = await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...files,
    ...projects,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : undefined;
  if (company === 'alone' || report === undefined) return { counts: countTests(report, outcome.passed), outcome, disturbed: [] };
  const { failed, rest } = failedFiles(report, KINDS.wire);
  return { counts: countTests(rest, outcome.passed || failed.length > 0), outcome, disturbed: failed };
}
