import { ln } from '@dosetwin/twin';
import { expect, it } from 'vitest';
import { exponential } from './exponential.js';
import { keyedDraw, WORDS } from './keyedDraw.js';

it('[Z4] the exponential from a table is that of the logarithm, from the least word to the greatest', () => {
  const words = [1, 2, 3, 1_023, 1_024, 0x7fffffff, 0x80000000, 0x80000001, 0xfffffffe, 0xffffffff];
  for (let i = 0; i < 20_000; i++) words.push(keyedDraw(5, 6, i));
  for (const word of words) expect(Math.abs(exponential(word) + ln(word / WORDS))).toBeLessThan(2e-7);
  expect(exponential(0)).toBeCloseTo(-ln(0.5 / WORDS), 9);
});
