import { describe, expect, it } from 'vitest';
import { countTests, failedFiles } from './countTests.js';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

describe('countTests', () => {
  it('counts what passed and what failed', () => {
    expect(countTests({ testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')] }, false)).toEqual({
      passed: 2,
      failed: 1,
    });
  });
  it.each(['pending', 'skipped', 'todo'])('takes a test that is %s for failed', (status) => {
    expect(countTests({ testResults: [file('passed', 'passed', status)] }, true)).toEqual({ passed: 1, failed: 1 });
  });
  it('counts a file that could not be read in', () => {
    expect(countTests({ testResults: [file('failed'), file('passed', 'passed')] }, false)).toEqual({ passed: 1, failed: 1 });
  });
  it('counts a bad end without a failed test, and a run without a report', () => {
    expect(countTests({ testResults: [file('passed', 'passed')] }, false)).toEqual({ passed: 1, failed: 1 });
    expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('failedFiles', () => {
  it('tells the wires that failed from all others, which still count', () => {
    const wire = { ...file('failed', 'passed', 'failed'), name: 'board.wire.test.ts' };
    const well = { ...file('passed', 'passed'), name: 'port.wire.test.ts' };
    const slow = { ...file('failed', 'failed'), name: 'digest.slow.test.ts' };
    const { failed, rest } = failedFiles({ testResults: [wire, well, slow] }, '.wire.test.ts');
    expect(failed).toEqual(['board.wire.test.ts']);
    expect(countTests(rest, true)).toEqual({ passed: 1, failed: 1 });
  });
  it('takes a wire that could not be read in for failed', () => {
    const wire = { ...file('failed'), name: 'board.wire.test.ts' };
    expect(failedFiles({ testResults: [wire] }, '.wire.test.ts').failed).toEqual(['board.wire.test.ts']);
  });
});
