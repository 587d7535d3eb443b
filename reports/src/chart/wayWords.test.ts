import { expect, it } from 'vitest';
import { wayWords } from './wayWords.js';

const step = (event: string | null) => ({ event, before: [], after: ['a.b', 'c'] });

it('numbers steps, joins equal neighbours, and names timers as charts do', () => {
  const way = [step('GO'), step('UP'), step('UP'), step('UP'), step('xstate.after.soonMs.m.a'), step(null), step('\u0001')];
  expect(wayWords(way)).toEqual(['1 GO', '2 to 4 UP', '5 after soonMs', '6 put in a.b, c', '7 (unnamed)']);
});

it('leaves out the middle of a long way', () => {
  const words = wayWords(Array.from({ length: 100 }, (_, i) => step(`E${i % 2}`)));
  expect(words).toHaveLength(25);
  expect([words[0], words[12], words[24]]).toEqual(['1 E0', '…', '100 E1']);
});
