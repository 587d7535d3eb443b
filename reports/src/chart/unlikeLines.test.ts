import { expect, it } from 'vitest';
import { unlikeLines } from './unlikeLines.js';

it.each([
  ['equal lists', ['a', 'b'], ['a', 'b'], [], []],
  ['a line missing', ['a', 'b', 'c'], ['a', 'c'], [1], []],
  ['another line', ['a', 'b'], ['a', 'x'], [1], [1]],
  ['another order', ['a', 'b', 'c'], ['b', 'c', 'a'], [0], [2]],
  ['nothing on one side', [], ['a'], [], [0]],
])('%s', (_, a, b, onlyA, onlyB) => {
  const [first, second] = unlikeLines(a, b);
  expect([[...first], [...second]]).toEqual([onlyA, onlyB]);
});
