import { describe, expect, it } from 'vitest';
import { durationParts, durationWords, HOUR_US, MINUTE_US } from './durationWords.js';

describe('durationWords', () => {
  it('is held together, so that no line breaks inside it', () => {
    expect(durationWords(2 * HOUR_US + 51 * MINUTE_US)).toBe('2\u00a0h\u00a051\u00a0min');
    expect(durationWords(-3 * MINUTE_US)).toBe('\u22123\u00a0min');
  });

  it('splits off the last unit for a headline', () => {
    expect(durationParts(2 * HOUR_US + 51 * MINUTE_US)).toEqual({ figure: '2\u00a0h\u00a051', unit: 'min' });
    expect(durationParts(0)).toEqual({ figure: '0', unit: 's' });
  });
});
