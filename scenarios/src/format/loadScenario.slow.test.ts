import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblems } from './formatProblems.js';
import { loadScenario } from './loadScenario.js';
import { A_SCENARIO } from './test/aScenario.js';

/** Whatever is read, the answer is a scenario that resolves, or problems that name a place within the text. */
function answers(content: string | Uint8Array): void {
  const loaded = loadScenario(content, 'fuzz.yaml');
  if ('scenario' in loaded) {
    for (const variant of [null, ...loaded.scenario.variants.map(({ name }) => name)]) {
      expect(loaded.scenario.resolve(variant)?.spec.machines.length).toBeGreaterThan(0);
    }
    return;
  }
  expect(loaded.problems.length).toBeGreaterThan(0);
  expect(loaded.problems.length).toBeLessThanOrEqual(20);
  let before = 0;
  for (const problem of loaded.problems) {
    expect(problem.line).toBeGreaterThanOrEqual(Math.max(1, before));
    expect(problem.column).toBeGreaterThanOrEqual(1);
    expect(problem.message).not.toMatch(/undefined|\[object|NaN/);
    before = problem.line;
  }
  expect(formatProblems(loaded)).toContain('fuzz.yaml:');
}

const anyCut = fc.record({
  at: fc.nat(A_SCENARIO.length),
  length: fc.nat(30),
  by: fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '',
      ':',
      '- ',
      '\n',
      '\t',
      '{',
      '[',
      '"',
      "'",
      '#',
      '&a ',
      '*a',
      '!',
      '|',
      '>',
      '? ',
      '---\n',
      '%',
      '0',
      '-1',
      '1e400',
      '.nan',
      '~',
      'no',
      '24:00',
      '99 h',
      '\u0000',
      '\ud800',
      '__proto__: 1\n',
    ),
  ),
});

describe('the loader never throws', () => {
  it('on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), answers), { numRuns: 300 });
  });

  it('on any text of the signs that YAML knows', () => {
    const sign = fc.constantFrom(...'abk019:-?,[]{}#&*!|>\'"%@` \n\t~.=<'.split(''));
    const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));
    fc.assert(fc.property(text, answers), { numRuns: 600 });
  });

  it('on a good file cut and mended anywhere', () => {
    const mutated = fc
      .array(anyCut, { minLength: 1, maxLength: 3 })
      .map((cuts) => cuts.reduce((text, { at, length, by }) => text.slice(0, at) + by + text.slice(at + length), A_SCENARIO));
    fc.assert(fc.property(mutated, answers), { numRuns: 300 });
  });

  it('on a good file whose lines changed places', () => {
    const lines = A_SCENARIO.split('\n');
    const shuffled = fc.shuffledSubarray(lines, { minLength: lines.length - 6 }).map((some) => some.join('\n'));
    const swapped = fc.tuple(fc.nat(lines.length - 1), fc.nat(lines.length - 1)).map(([a, b]) => {
      const copy = [...lines];
      [copy[a], copy[b]] = [copy[b] as string, copy[a] as string];
      return copy.join('\n');
    });
    fc.assert(fc.property(fc.oneof(shuffled, swapped), answers), { numRuns: 200 });
  });

  it.each([
    ['brackets', '['],
    ['braces', '{'],
    ['braces with keys', '{a: '],
    ['dashes', '- '],
    ['question marks', '? '],
    ['keys on a line', 'a: '],
    ['keys on lines', 'a: 1\n'],
    ['documents', '---\n'],
    ['quotes', '"'],
    ['apostrophes', "'"],
    ['anchors', '&a '],
    ['aliases', '*a\n'],
    ['percent signs', '%\n'],
    ['bars', '|\n'],
    ['empty keys', 'k:\n'],
    ['list items', '-\n'],
    ['digits', '9'],
    ['exclamation marks', '!'],
  ])('on 200,000 characters of %s, and soon', (_, piece) => {
    answers(piece.repeat(Math.floor(200_000 / piece.length)));
  });
});
