import type { ComparedMeasure, ComparisonStudy } from '@dosetwin/scenarios';
import { describe, expect, it } from 'vitest';
import { amountIn, outcomeName, scaleOf, signedIn } from './amountWords.js';
import { comparisonForTerminal } from './comparisonForTerminal.js';
import { differencePlot } from './differencePlot.js';
import { renderComparison } from './renderComparison.js';

const measure = (name: string, meanA: number, meanB: number, half: number): ComparedMeasure => {
  const difference = meanB - meanA;
  const interval = [difference - half, difference + half] as const;
  return { name, pairs: 20, meanA, meanB, difference, interval, saved: 0.25, differs: Math.abs(difference) > half };
};

const assumption = { says: 'how many come', set: 'people.residents.attendance', low: '60 %', high: '98 %' };
const study: ComparisonStudy = {
  lookAt: [],
  sides: ['house', 'house:key-on-site'].map((name) => {
    return { name, title: `The <b>${name}</b>`, about: 'A day.', study: ['S1'], isImported: false, changes: [], parameters: [] };
  }),
  seeds: { first: 1, asked: 30, done: 20 },
  contrasts: [
    {
      side: 1,
      leading: 'left-without',
      measures: [
        measure('due', 30, 30, 0),
        measure('left-without', 1, 0.25, 0.2),
        measure('to-clear', 9_765_448, 1_038_699, 60_000),
        measure('unknown', 0, 0.001, 0.01),
      ],
    },
  ],
  sensitivity: {
    runs: 5,
    rows: [{ assumption, effects: [{ low: measure('left-without', 1, 0.5, 0.1), high: null }] }],
  },
  digest: 'ab'.repeat(32),
  versions: { dosetwin: '0.1.0', zoneData: '2026f', model: 'm' },
};

describe('amounts', () => {
  it('are written in a unit that suits the largest of a row', () => {
    const scale = scaleOf('to-clear', [9_765_448, 60_000]);
    expect([amountIn(scale, 9_765_448), signedIn(scale, -60_000), scale.unit]).toEqual(['162.8', '−1.0', 'min']);
    expect(signedIn(scaleOf('due', [30]), 0)).toBe('0.00');
    expect(signedIn(scaleOf('due', [30]), -0.001)).toBe('0.00');
    expect(outcomeName('left-without:lane-locked')).toBe('came and left without: lane locked');
  });
});

describe('the plot of a difference', () => {
  it('has whiskers, but none where its row writes the interval as nothing', () => {
    expect(differencePlot(measure('left-without', 1, 0.25, 0.2)).text).toContain('class="range"');
    const nothing = differencePlot(measure('due', 30, 30, 0)).text;
    expect(nothing).not.toContain('class="range"');
    expect(nothing).toContain('<circle');
    expect(differencePlot(measure('due', 300, 300.001, 0.004)).text).not.toContain('class="range"');
  });
});

describe('a comparison of a site’s own lists', () => {
  const own: ComparisonStudy = { ...study, sides: study.sides.map((side, i) => ({ ...side, isImported: i === 0 })) };

  it('hides means of people and doses below 5, and neither times nor differences', () => {
    const text = comparisonForTerminal(own);
    expect(text).toMatch(/\* came and left without +<5 +<5 +−0\.75/);
    expect(text).toMatch(/^ {2}due +30\.00/m);
    expect(text).toContain('keep it there');
    expect(comparisonForTerminal(study)).not.toContain('<5');
  });

  it('says in its page where it comes from, and calls nothing fictional', () => {
    const page = renderComparison(own, null);
    expect(page).toContain('from a site’s own lists: keep it there');
    expect(page).not.toContain('fictional sites');
    expect(page).toContain('&lt;5');
    expect(renderComparison(study, null)).toContain('fictional sites');
  });
});

describe('a comparison', () => {
  it('is a table for a terminal: what differs is marked, what does not is only counted', () => {
    const text = comparisonForTerminal(study);
    expect(text).toMatch(/\* came and left without +1\.00 +0\.25 +−0\.75 +−0\.95 to −0\.55 +doses +25 %/);
    expect(text).toMatch(/^ {2}due +30\.00/m);
    expect(text).toContain('(1 more did not differ or did not happen)');
    expect(text).toMatch(/people\.residents\.attendance +60 % → −0\.50 +98 % → none +doses/);
    expect(text).toContain('20 of 30 seeds');
  });

  it('is a page that says what was assumed, what the study cannot tell, and that it was stopped; titles are text', () => {
    const page = renderComparison(study, null);
    for (const words of [
      'Follows from the mechanism',
      'Was assumed',
      'It gives no counts',
      'Stopped: 30 were asked for',
      'how many come',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).toContain('The &lt;b&gt;house&lt;/b&gt;');
    expect(page).not.toMatch(/<script|(src|href)="http/);
    expect(renderComparison(study, null)).toBe(page);
  });
});
