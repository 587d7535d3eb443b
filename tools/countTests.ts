import type { Counts } from './verdict.js';

/** The part that is read here of what vitest's JSON reporter writes. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

const isWell = ({ status, assertionResults }: VitestReport['testResults'][number]) =>
  status === 'passed' && assertionResults.every((test) => test.status === 'passed');

/** The files with this ending in which a test failed, and the report without them. */
export function failedFiles(report: VitestReport, ending: string): { readonly failed: string[]; readonly rest: VitestReport } {
  const isFailed = (file: VitestReport['testResults'][number]) => file.name.endsWith(ending) && !isWell(file);
  return {
    failed: report.testResults.filter(isFailed).map(({ name }) => name),
    rest: { testResults: report.testResults.filter((file) => !isFailed(file)) },
  };
}

/**
 * Counts tests so that nothing is lost: a test that was left out has failed, a file that could not be read in counts as one
 * failed test, and a run that ended badly with every test passed, or without a report, counts as one more.
 */
export function countTests(report: VitestReport | undefined, endedWell: boolean): Counts {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const unread = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status === 'passed'),
  );
  const failed = tests.length - passed + unread.length;
  return { passed, failed: failed === 0 && (!endedWell || report === undefined) ? 1 : failed };
}
