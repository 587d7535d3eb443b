import { describe, expect, it } from 'vitest';
import { hostile } from '../test/hostile.js';
import { tagsOf, visibleText } from '../test/readHtml.js';
import { stuckDoseRecord } from '../test/stuckDoseRecord.js';
import { renderJUnit } from './renderJUnit.js';

const withoutDeclaration = (xml: string) => xml.replace(/^<\?xml[^>]*\?>\n/, '');
const suite = renderJUnit(stuckDoseRecord);

describe('renderJUnit', () => {
  it('has one case for each expectation, and counts the failures', () => {
    expect(suite.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')).toBe(true);
    expect(suite.match(/<testcase /g)).toHaveLength(4);
    expect(suite).toMatch(
      /<testsuite name="stuck-dose-no-key" tests="4" failures="1" errors="0" skipped="0" time="21600.000000">/,
    );
  });

  it('gives a failure its message and the entries that show it', () => {
    const failure = /<failure message="([^"]*)" type="shows">([^<]*)<\/failure>/.exec(suite);
    expect(failure?.[1]).toBe('the desk answered 8 min after the jam');
    expect(visibleText(failure?.[2] ?? '')).toContain(
      'entry 14 at 8130.000000 s: desk answered {"answer":"closed","machine":"harbour-house-1"',
    );
  });

  it('never fails for a target, and says whether it was met', () => {
    const missed = { ...stuckDoseRecord.end.expectations[3]!, verdict: 'missed' as const };
    const xml = renderJUnit({ ...stuckDoseRecord, end: { ...stuckDoseRecord.end, expectations: [missed] } });
    expect(xml).toContain('failures="0"');
    expect(xml).not.toContain('<failure');
    expect(xml).toContain('<system-out>target missed: 26 of 27, 96.3 %');
    expect(xml).toContain('had their dose within 10 min" value="missed"/>');
  });

  it('names the variant', () => {
    const xml = renderJUnit({ ...stuckDoseRecord, header: { ...stuckDoseRecord.header, variant: 'key-on-site' } });
    expect(xml).toContain('<testsuite name="stuck-dose-no-key/key-on-site"');
  });

  it('reports an unfinished record as an error, not as a pass', () => {
    const xml = renderJUnit({ ...stuckDoseRecord, end: null });
    expect(xml).toContain('tests="1" failures="0" errors="1"');
    expect(xml).toContain('the record is unfinished');
  });

  it('lets nothing in a record become markup, and holds no character that XML forbids', () => {
    const xml = renderJUnit(hostile(stuckDoseRecord));
    expect(tagsOf(withoutDeclaration(xml)).unbalanced).toEqual([]);
    expect(new Set(tagsOf(xml).names)).toEqual(
      new Set(['testsuites', 'testsuite', 'properties', 'property', 'testcase', 'failure', 'system-out']),
    );
    expect([...xml].filter((letter) => letter < ' ' && letter !== '\n')).toEqual([]);
  });
});
