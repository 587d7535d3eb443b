import { describe, expect, it } from 'vitest';
import { type Block, blockKey } from '../study/Block.js';
import type { Program } from '../study/Program.js';
import { studyKey } from '../study/studyName.js';
import { TOTALS_NAMES } from '../study/totalsNames.js';
import { totalsOfRow } from '../study/totalsRow.js';
import { BlockResults, DigitsDiffer } from './BlockResults.js';
import { type HereMessage, readHere, whyNotTogether } from './HereMessage.js';
import { readJob } from './JobMessage.js';
import { type DoneMessage, doneMessage, failedMessage, readResult } from './ResultMessage.js';
import { readStudy } from './StudyMessage.js';

const PROGRAM: Program = { version: '0.1.0', sources: 'a'.repeat(64) };
const OTHER: Program = { version: '0.1.0', sources: 'b'.repeat(64) };
const REGION = '{"id":"tiny"}';
const STUDY = studyKey(REGION, 7, PROGRAM);
const BLOCK: Block = {
  plan: { sites: [{ candidate: 'harbour-house', machines: 2 }] },
  fidelity: 'machines',
  overrides: { 'machine.jam': { quantile: 0.5 } },
  from: 16,
};
const totals = (first: number) =>
  Array.from({ length: 8 }, (_, future) => totalsOfRow(TOTALS_NAMES.map((_, i) => first + 100 * future + i)));
const done = (worker = 'one', first = 5): DoneMessage =>
  doneMessage({ study: STUDY, run: 'size-1', block: blockKey(BLOCK), worker, program: PROGRAM }, totals(first));
const refusal = (message: object, study = STUDY, program = PROGRAM) => readResult(JSON.stringify(message), study, program);

describe('a job', () => {
  const job = { format: 'dosetwin job 1', study: STUDY, run: 'size-1', block: BLOCK };
  it('comes out as it went in', () => {
    expect(readJob(JSON.stringify(job))).toEqual({ message: job });
  });
  it.each([
    ['rubbish', 'it is no JSON'],
    ['null', 'expected object'],
    [JSON.stringify({ ...job, format: 'dosetwin job 2' }), 'format'],
    [JSON.stringify({ ...job, study: 'x' }), 'study: a SHA-256 in hex was expected'],
    [JSON.stringify({ ...job, block: { ...BLOCK, from: 3 } }), 'block.from'],
    [JSON.stringify({ ...job, block: { ...BLOCK, fidelity: 'guess' } }), 'block.fidelity'],
    [
      JSON.stringify({ ...job, block: { ...BLOCK, overrides: { 'machine.jam': { quantile: 2 } } } }),
      'block.overrides.machine.jam',
    ],
    [JSON.stringify({ ...job, more: 1 }), 'more'],
  ])('[Z22] is refused in words: %.40s', (text, why) => {
    expect(readJob(text)).toEqual({ why: expect.stringContaining(why) });
  });
});

describe('a study', () => {
  const text = JSON.stringify({ format: 'dosetwin study 1', seed: 7, region: REGION });
  it('[Z23] is known by region, seed and program together', () => {
    expect(readStudy(text, STUDY, PROGRAM)).toHaveProperty('message');
    const other = { why: 'its content does not come to its key' };
    expect(readStudy(text, STUDY, OTHER)).toEqual(other);
    expect(readStudy(text.replace('"seed":7', '"seed":8'), STUDY, PROGRAM)).toEqual(other);
    expect(readStudy(text.replace('tiny', 'tinz'), STUDY, PROGRAM)).toEqual(other);
  });
});

describe('a result', () => {
  it('brings the totals digit by digit', () => {
    const read = refusal(done());
    expect(read).toEqual({ message: done() });
    expect(totalsOfRow((done().totals[7] as number[]) ?? [])).toEqual(totals(5)[7]);
  });
  it('[Z22] is refused where it is for another study or program, or does not come to its digest', () => {
    const { totals: rows, ...rest } = done();
    const altered = { ...rest, totals: rows.map((row, i) => (i === 3 ? row.map((n, j) => (j === 6 ? n + 1 : n)) : row)) };
    expect(refusal(altered)).toEqual({ why: 'what one sent does not come to its digest' });
    expect(refusal({ ...done(), block: 'visits|0|x' })).toEqual({ why: 'what one sent does not come to its digest' });
    expect(
      refusal(
        done(),
        STUDY.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ),
    ).toEqual({
      why: 'one simulated it for another study',
    });
    expect(refusal(done(), STUDY, OTHER)).toEqual({ why: 'one simulated it with other sources (aaaaaaaa, here bbbbbbbb)' });
  });
  it('[Z22] is refused where a row is missing, too short or not whole', () => {
    const { totals: rows } = done();
    for (const wrong of [rows.slice(1), rows.map((row) => row.slice(1)), rows.map((row) => row.map((n) => n + 0.5))]) {
      expect(refusal({ ...done(), totals: wrong })).toEqual({ why: expect.stringContaining('totals') });
    }
  });
  it('may tell of a fault', () => {
    const of = { study: STUDY, run: 'size-1', block: 'b', worker: 'one', program: PROGRAM };
    expect(refusal(failedMessage(of, 'no such site'))).toMatchObject({ message: { outcome: 'failed', fault: 'no such site' } });
  });
});

describe('results', () => {
  it('[Z22] are taken once, whoever sends them how often; two that differ are a fault with names', () => {
    const results = new BlockResults();
    expect(results.take(done('one'))).toBe(true);
    expect(results.take(done('one'))).toBe(false);
    expect(results.take(done('two'))).toBe(false);
    expect(results.get(blockKey(BLOCK))).toEqual(totals(5));
    expect(() => results.take(done('two', 6))).toThrow(DigitsDiffer);
    expect(() => results.take(done('two', 6))).toThrow('one and two came to different digits for the block machines|16|');
  });
});

describe('who is here', () => {
  const here: HereMessage = { format: 'dosetwin here 1', who: 'worker', name: 'one', program: PROGRAM, threads: 2 };
  it('[Z26] works together with the same sources only, and says what to do otherwise', () => {
    expect(readHere(JSON.stringify(here))).toEqual({ message: here });
    expect(whyNotTogether(PROGRAM, here)).toBeNull();
    expect(whyNotTogether(OTHER, here)).toMatch(
      /^The worker one is refused: .*\(sources aaaaaaaa\).*\(sources bbbbbbbb\).*npm ci/,
    );
    expect(whyNotTogether(OTHER, { ...here, who: 'size' })).toContain('The study of one is refused');
  });
});
