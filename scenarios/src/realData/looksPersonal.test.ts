import { expect, it } from 'vitest';
import { COLUMNS } from './COLUMNS.js';
import { personalHeading, personalId, personalValue } from './looksPersonal.js';

it.each([
  ['name', 'names'],
  ['first name', 'names'],
  ['resident name', 'names'],
  ['surname', 'names'],
  ['nom', 'names'],
  ['dob', 'dates of birth'],
  ['date of birth', 'dates of birth'],
  ['birth date', 'dates of birth'],
  ['age', 'dates of birth'],
  ['phn', 'health numbers'],
  ['health card number', 'health numbers'],
  ['ohip no', 'health numbers'],
  ['ramq', 'health numbers'],
  ['mrn', 'health numbers'],
  ['phone', 'ways to reach a person'],
  ['home address', 'ways to reach a person'],
  ['e mail', 'ways to reach a person'],
  ['notes', 'facts about a person'],
])('a heading %s is refused: %s', (heading, holds) => {
  expect(personalHeading(heading)).toBe(holds);
});

it('no heading that the lists have looks personal', () => {
  const headings = Object.values(COLUMNS).flatMap((columns) => columns.map(({ name }) => name));
  expect(headings.filter((heading) => personalHeading(heading) !== null)).toEqual([]);
});

it.each([
  ['9876 543 210', 'a health number or a telephone number'],
  ['1234-567-890-AB', 'a health number or a telephone number'],
  ['TREM 1234 5678', 'a health number or a telephone number'],
  ['123456789', 'a health number or a telephone number'],
  ['N1234567', 'a health number or a telephone number'],
  ['604-555-0123', 'a health number or a telephone number'],
  ['+1 (604) 555-0123', 'a health number or a telephone number'],
  ['1984-05-02', 'a date, perhaps of birth'],
  ['02/05/84', 'a date, perhaps of birth'],
  ['someone@example.org', 'an e-mail address'],
  ['Ada Lovelace', 'the name of a person'],
  ['Lovelace, Ada', 'the name of a person'],
  ['Zoë Müller-Lüdenscheidt', 'the name of a person'],
])('a cell like %s is refused: %s', (text, looks) => {
  expect(personalValue(text)).toBe(looks);
});

it.each(['Ada', 'lovelace', 'Ada1815', 'noah2', 'Zoë 3', 'al'])('an id like %s is taken for a name', (text) => {
  expect(personalId(text)).toBe('the name of a person');
});

it.each(['p07', 'P-19', '017', 'resident 12', 'nurse', 'nurse-2', 'desk', 't031', 'ticket 1024'])(
  'an id like %s is taken',
  (text) => {
    expect(personalId(text)).toBeNull();
  },
);

it.each(['hang-up', 'America/Vancouver', '07:00-11:00; 17:00-21:00', '85 %', '12,5', 'BC', 'always', '48'])(
  'a cell like %s is taken',
  (text) => {
    expect(personalValue(text)).toBeNull();
  },
);
