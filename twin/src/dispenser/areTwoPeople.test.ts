import { expect, it } from 'vitest';
import { areTwoPeople } from './areTwoPeople.js';

it('[H7] one person who writes their name in another way is one person', () => {
  for (const second of ['a. b', 'A. B', ' A. B', 'a.  b\t', 'Ａ. b']) expect(areTwoPeople('A. B', second)).toBe(false);
  expect(areTwoPeople('A. B', 'A. C')).toBe(true);
});

it('[H7] nobody is no signer', () => {
  for (const nobody of ['', ' ', '\t\n']) {
    expect([areTwoPeople('A', nobody), areTwoPeople(nobody, 'A')]).toEqual([false, false]);
  }
});
