import { describe, expect, it } from 'vitest';
import { total, verdict } from './verdict.js';

describe('verdict', () => {
  it('is one line when all passed', () => {
    expect(verdict('twin', { passed: 214, failed: 0 }, { passed: true, output: 'dots', seconds: 12.43 })).toBe(
      'twin            214 passed, 0 failed   12.4 s',
    );
  });
  it('shows what a failure printed', () => {
    expect(verdict('ui', { passed: 1, failed: 2 }, { passed: false, output: 'expected 1 to be 2\n', seconds: 3 })).toBe(
      'ui              1 passed, 2 failed   3.0 s\n\nexpected 1 to be 2\n',
    );
  });
  it('adds up', () => {
    expect(
      total([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toBe('3 passed, 3 failed');
  });
});
