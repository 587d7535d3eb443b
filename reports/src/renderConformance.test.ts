import { describe, expect, it } from 'vitest';
import { renderConformance } from './renderConformance.js';
import { renderConformanceJUnit } from './renderConformanceJUnit.js';

const HELD = { rule: 'W6', tries: 'answers in time', verdict: 'held', says: '9 answers', evidence: [] } as const;
const BROKEN = {
  rule: 'W2',
  tries: 'a <wrong> frame',
  verdict: 'broken',
  says: 'it was answered',
  evidence: ['> 01 04', '< 01'],
} as const;
const UNTRIED = { rule: 'B6', tries: 'the watchdog', verdict: 'not tried', says: 'nobody can', evidence: [] } as const;

describe('what was found of a board', () => {
  it('is a line for each rule, with the bytes of what is broken', () => {
    expect(renderConformance(HELD)).toBe('W6   held       answers in time\n                  9 answers');
    expect(
      renderConformance(BROKEN)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['W2   broken     a <wrong> frame', 'broken: it was answered', '> 01 04', '< 01']);
  });

  it('breaks long lines between words', () => {
    const lines = renderConformance({ ...HELD, tries: 'word '.repeat(60).trim() }).split('\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
  });

  it('is a case for each rule in JUnit, in markup that says what it holds', () => {
    const xml = renderConformanceJUnit('emulated', { findings: [HELD, BROKEN, UNTRIED], held: 1, broken: 1, notTried: 1 });
    expect(xml).toContain('<testsuite name="emulated" tests="3" failures="1" errors="0" skipped="1">');
    expect(xml).toContain('<testcase name="W2: a &lt;wrong&gt; frame" classname="conform.W2">');
    expect(xml).toMatch(/<failure message="it was answered" type="W2">&gt; 01 04\n&lt; 01<\/failure>/);
    expect(xml).toContain('<skipped message="nobody can"/>');
  });
});
