import { describe, expect, it } from 'vitest';
import { nearestName } from './nearestName.js';

const NAMES = ['routine-day', 'stuck-dose-no-key', 'palm-not-recognised'];

describe('the nearest name', () => {
  it.each([
    ['routine-dya', 'routine-day'],
    ['stuck-dose', 'stuck-dose-no-key'],
    ['PALM', 'palm-not-recognised'],
  ])('to %s is %s', (written, name) => {
    expect(nearestName(written, NAMES)).toBe(name);
  });

  it('is none where nothing is near, where too little was written, and where two begin so', () => {
    expect(nearestName('elsewhere', NAMES)).toBeNull();
    expect(nearestName('st', NAMES)).toBeNull();
    expect(nearestName('stuck', [...NAMES, 'stuck-flap-at-night'])).toBeNull();
  });
});
