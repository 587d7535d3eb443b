import { describe, expect, it } from 'vitest';
import { exp } from '../../kernel/arithmetic.js';
import { RandomStream } from '../../kernel/random.js';
import { keptAwayBy, type Outlook } from './keptAwayBy.js';

const VALUES = {
  crowdedShare: 0.05,
  watchedShare: 0.1,
  policedShare: 0.2,
  medicalShare: 0.08,
  palmShare: 0.1,
  anotherProductShare: 0.3,
  reachKm: 2,
  elsewhereMostKm: 5,
};
const plain: Outlook = { km: null, feltAs: [], asksForPalm: false, anotherProduct: false };
const draw = (seed: number) => (cause: string) => new RandomStream(seed, 'P1', cause).uniformAt(0);
const WINDOWS = Array.from({ length: 2_000 }, (_, i) => i);
const kept = (outlook: Partial<Outlook>, values = VALUES) =>
  WINDOWS.filter((seed) => keptAwayBy({ ...plain, ...outlook }, values, draw(seed)) !== null);

describe('[P8] keptAwayBy', () => {
  it('keeps nobody away where nothing does', () => {
    expect(kept({ km: 0 })).toEqual([]);
  });

  it.each([
    ['the police', { feltAs: ['policed'] as const }, 0.2],
    ['a palm', { asksForPalm: true }, 0.1],
    ['another product', { anotherProduct: true }, 0.3],
    ['distance, as exp(-km/reach)', { km: 1 }, 1 - exp(-0.5)],
  ])('keeps away by %s the share that is set, within three standard errors', (_, outlook, share) => {
    const error = 3 * Math.sqrt((share * (1 - share)) / WINDOWS.length);
    expect(Math.abs(kept(outlook).length / WINDOWS.length - share)).toBeLessThan(error);
  });

  it('keeps away whoever it kept away before when a share is swept up, and more', () => {
    const before = kept({ feltAs: ['watched'] });
    const after = kept({ feltAs: ['watched'] }, { ...VALUES, watchedShare: 0.3 });
    expect(before.every((window) => after.includes(window))).toBe(true);
    expect(after.length).toBeGreaterThan(2 * before.length);
  });

  it('tells which it was, and one cause taken away leaves the others as they were', () => {
    const both = WINDOWS.map((seed) => keptAwayBy({ ...plain, feltAs: ['crowded', 'policed'] }, VALUES, draw(seed)));
    const police = WINDOWS.map((seed) => keptAwayBy({ ...plain, feltAs: ['policed'] }, VALUES, draw(seed)));
    expect(new Set(both)).toEqual(new Set([null, 'crowded', 'policed']));
    expect(both.filter((cause) => cause !== 'crowded')).toEqual(police.filter((_, i) => both[i] !== 'crowded'));
  });
});
