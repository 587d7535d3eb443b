import { describe, expect, it } from 'vitest';
import { CABINET } from './CABINET.js';
import { cartridgePlace } from './cartridgePlace.js';

describe('cartridgePlace', () => {
  it('puts cartridge 1 at the top left and 48 at the bottom right', () => {
    const [first, last] = [cartridgePlace(1), cartridgePlace(48)];
    expect([first.row, first.column, last.row, last.column]).toEqual([0, 0, 5, 7]);
    expect(last.x - first.x).toBe(7 * CABINET.shelf.lanePitch);
    expect(first.trayY - last.trayY).toBe(5 * CABINET.shelf.rowPitch);
  });

  it('puts cartridge 19 third on the third shelf', () => {
    expect(cartridgePlace(19)).toMatchObject({ row: 2, column: 2 });
  });

  it("keeps every lane between the cabinet's left side and the works' wall, above the beam", () => {
    for (let number = 1; number <= 48; number += 1) {
      const place = cartridgePlace(number);
      expect(place.x - CABINET.coil.diameter / 2).toBeGreaterThan(-CABINET.width / 2 + CABINET.frame);
      expect(place.x + CABINET.coil.diameter / 2).toBeLessThan(CABINET.divider.x);
      expect(place.trayY).toBeGreaterThan(CABINET.drop.beam);
    }
  });

  it.each([0, 49, 1.5, Number.NaN])('refuses %s', (number) => {
    expect(() => cartridgePlace(number)).toThrow(RangeError);
  });
});
