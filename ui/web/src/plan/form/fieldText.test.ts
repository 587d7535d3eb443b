import { describe, expect, it } from 'vitest';
import { fieldText, readField } from './fieldText.js';

const share = { unit: 'share', min: 0, max: 1 } as const;
const dollars = { unit: 'CAD', min: 0, max: 1e7 } as const;

describe('a field of the form', () => {
  it('shows shares in per cent, and reads them back', () => {
    expect(fieldText(0.0024, 'share')).toBe('0.24');
    expect(readField('0.24 %', share)).toBeCloseTo(0.0024, 12);
    expect(readField('65', share)).toBe(0.65);
  });

  it('takes thousands and a comma as people write them, and nothing that is no value', () => {
    expect(readField('35,000', dollars)).toBe(35_000);
    expect(readField('35 000', dollars)).toBe(35_000);
    expect(readField('2,5', dollars)).toBe(2.5);
    expect([readField('', dollars), readField('about 3', dollars), readField('120', share)]).toEqual([null, null, null]);
  });
});
