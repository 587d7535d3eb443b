import { describe, expect, it } from 'vitest';
import { hostile } from '../test/hostile.js';
import { stuckDoseRecord } from '../test/stuckDoseRecord.js';
import { stuckDoseSurroundings } from '../test/surroundings.js';
import { summariseForTerminal } from './summariseForTerminal.js';

const FILES = { record: 'runs/stuck-dose-no-key-41207/record.jsonl', report: 'runs/stuck-dose-no-key-41207/report.html' };
const summary = (record = stuckDoseRecord) => summariseForTerminal(record, FILES, stuckDoseSurroundings);
const linesOf = (text: string) => text.trimEnd().split('\n');

describe('summariseForTerminal', () => {
  it('says what ran, where, when and with which seed', () => {
    expect(linesOf(summary()).slice(0, 2)).toEqual([
      'Stuck dose, no key',
      'stuck-dose-no-key, harbour-house, 2021-09-14, America/Vancouver, seed 41207',
    ]);
  });

  it('tells the story in at most six lines, in the order in which it happened', () => {
    const told = linesOf(summary()).filter((line) => /^ {2}\d\d:\d\d:\d\d {2}/.test(line));
    expect(told.map((line) => line.slice(2, 10))).toEqual([
      '14:07:21',
      '14:15:30',
      '14:52:00',
      '16:41:00',
      '16:52:00',
      '16:58:00',
    ]);
  });

  it('gives doses, verdicts with what was found, digest and files', () => {
    const text = summary();
    expect(text).toContain('Doses: 30 due, 26 served, 3 did not come, 1 left without (a package was stuck)');
    expect(text).toMatch(/✗ failed {2}Within 5 min .*:\n {12}the desk answered 8 min after the jam\n/);
    expect(text).toMatch(/✓ met {5}Target: .*:\n {12}26 of 27, 96\.3 %\n/);
    for (const said of [`failed  digest ${stuckDoseRecord.end.digest}`, `record  ${FILES.record}`, `report  ${FILES.report}`])
      expect(text).toContain(`${said}\n`);
  });

  it('fits one screen however much was expected, and shows first what did not hold', () => {
    const [held, , failed] = stuckDoseRecord.end.expectations;
    const expectations = [...Array.from({ length: 40 }, () => held!), failed!];
    const lines = linesOf(summary({ ...stuckDoseRecord, end: { ...stuckDoseRecord.end, expectations } }));
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.find((line) => /✓|✗/.test(line))).toContain('✗ failed');
    expect(lines.join('\n')).toMatch(/and \d+ more, in the report/);
  });

  it('keeps to a hundred columns and 24 lines, without a character that a terminal obeys, whatever the record says', () => {
    const text = summary(hostile(stuckDoseRecord));
    expect(linesOf(text).length).toBeLessThanOrEqual(24);
    for (const line of linesOf(text)) expect([...line].length).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });

  it('says of an unfinished record that it is unfinished', () => {
    const text = summariseForTerminal({ ...stuckDoseRecord, end: null }, FILES, stuckDoseSurroundings);
    expect(text).toContain('The record ends here, unfinished, after 23 entries.');
    expect(text).toContain('unfinished: no verdict, no digest');
  });
});
