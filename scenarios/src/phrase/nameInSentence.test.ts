import { expect, it } from 'vitest';
import { nameInSentence } from './nameInSentence.js';

it('names contacts with an article, pseudonyms and numbered contacts as they are', () => {
  const ids = ['nurse', 'site-staff', 'harbour-house/staff', 'staff', 'key-holder', 'P07', 'nurse-2'];
  expect(ids.map(nameInSentence)).toEqual([
    'the nurse',
    'the site staff',
    'a member of staff',
    'a member of staff',
    'a key holder',
    'P07',
    'nurse 2',
  ]);
});
