import { expect, it } from 'vitest';
import { expectEnginesAgree } from '../../test/enginesAgree.js';
import { libraryNames, listLibrary } from '../node/library.js';

it('no scenario of the library is broken', () => {
  expect(listLibrary().broken).toEqual([]);
  expect(libraryNames().length).toBeGreaterThan(3);
});

it.each(libraryNames())(
  '[E7] [E9] %s keeps its digests on tables and on XState, and goes on from a checkpoint of the other',
  expectEnginesAgree,
);
