import { expect, it } from 'vitest';
import { stateWords } from './figures.js';

it.each([
  ['open.nobodyFree.waitingForKey', 'open: nobody free, waiting for key'],
  ['moving.coil.halfTurn,moving.current.normal', 'moving: coil half turn, current normal'],
  ['inService.idle', 'in service: idle'],
  ['none', 'none'],
])('%s reads %s', (state, words) => {
  expect(stateWords(state)).toBe(words);
});
