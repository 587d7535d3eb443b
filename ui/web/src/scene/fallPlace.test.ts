import { describe, expect, it } from 'vitest';
import { CABINET } from './CABINET.js';
import { fallPlace } from './fallPlace.js';
import { hungPlace } from './packagePlaces.js';

const shares = Array.from({ length: 401 }, (_, index) => index / 200);

describe('fallPlace', () => {
  it.each([1, 19, 48])('breaks the beam at share 1 from cartridge %i', (cartridge) => {
    const at = fallPlace(cartridge, 1);
    expect(at.y).toBeCloseTo(CABINET.drop.beam, 6);
    expect(fallPlace(cartridge, 0.95).y).toBeGreaterThan(CABINET.drop.beam + CABINET.package.thickness / 2);
  });

  it('never rises, and nowhere leaps', () => {
    for (const cartridge of [1, 8, 19, 41, 48]) {
      for (let index = 1; index < shares.length; index += 1) {
        const [before, after] = [fallPlace(cartridge, shares[index - 1]!), fallPlace(cartridge, shares[index]!)];
        expect(after.y).toBeLessThanOrEqual(before.y + 1e-9);
        expect(Math.hypot(after.x - before.x, after.y - before.y, after.z - before.z)).toBeLessThan(14);
        expect(Math.abs(after.tiltDeg - before.tiltDeg)).toBeLessThan(8);
      }
    }
  });

  it('ends inside the collection box, flat, from every lane', () => {
    const { box, package: size } = CABINET;
    for (let cartridge = 1; cartridge <= 48; cartridge += 1) {
      const at = fallPlace(cartridge, 2);
      expect(at.x - size.width / 2).toBeGreaterThan(box.left);
      expect(at.x + size.width / 2).toBeLessThan(box.right);
      expect(at.z + size.height / 2).toBeLessThan(box.frontZ);
      expect(at.y - size.thickness / 2).toBeGreaterThan(box.bottom);
      expect(at.tiltDeg % 180).toBe(90);
    }
  });

  it('begins near to where a hung package hangs, tipped as it is', () => {
    const [start, hung] = [fallPlace(19, 0), hungPlace(19, 1)];
    expect(start.tiltDeg).toBe(hung.tiltDeg);
    expect(Math.hypot(start.y - hung.y, start.z - hung.z)).toBeLessThan(25);
  });

  it('takes shares outside 0..2 as the ends', () => {
    expect(fallPlace(5, -1)).toEqual(fallPlace(5, 0));
    expect(fallPlace(5, 9)).toEqual(fallPlace(5, 2));
  });
});
