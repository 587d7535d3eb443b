import { expect, it } from 'vitest';
import { libraryText } from '../../test/libraryText.js';
import { runs } from '../worker/runs.js';
import { dayWords } from './dayWords.js';

it('a day of harbour-house says who is there from when to when, and when nobody can help', () => {
  const { facts } = runs.open(libraryText('stuck-dose-no-key'), null, []);
  const [, tuesday] = facts.weeks[0]?.days ?? [];
  const words = tuesday === undefined ? [] : dayWords(tuesday);
  expect(words[0]).toBe('Tue 14: for 14.5 h nobody can help');
  expect(words).toContain('08:30 to 12:30: nurse, with key');
  expect(words).toContain('12:30 to 16:30: nurse: outreach');
  expect(words).toContain('04:30 to 12:30: desk, from afar');
  expect(words.filter((one) => one.endsWith(': nobody can help'))).toEqual([
    '00:00 to 04:30: nobody can help',
    '12:30 to 16:30: nobody can help',
    '18:00 to 24:00: nobody can help',
  ]);
});
