import { describe, expect, it } from 'vitest';
import type { CartridgePose, MachinePose } from '../pose/MachinePose.js';
import { CABINET } from './CABINET.js';
import { MOST_PACKAGES, packagePlaces, stuckPlaces } from './packagePlaces.js';

const still: CartridgePose = { number: 19, coilDeg: 0, packages: 14, left: 0, hangShare: 0, state: 'home' };

function poseOf(cartridges: readonly CartridgePose[], change: Partial<MachinePose> = {}): MachinePose {
  return {
    machine: 'm',
    cartridges,
    falling: [],
    doorDeg: 0,
    flapDeg: 0,
    flapBlocked: false,
    beam: 'lit',
    palmShare: null,
    reader: 'idle',
    screen: { headline: '', body: '', tone: 'calm' },
    boxPackages: 0,
    inService: true,
    focusCartridge: null,
    ghostCartridge: null,
    ...change,
  };
}

const depths = (cartridge: CartridgePose) =>
  packagePlaces(poseOf([cartridge]))
    .map((one) => one.z)
    .sort((a, b) => b - a);

describe('packagePlaces', () => {
  it('comes forward by one pitch with a whole turn', () => {
    const [before, after] = [depths(still), depths({ ...still, coilDeg: 180 })];
    expect(after[3]! - before[3]!).toBeCloseTo(CABINET.coil.pitch / 2, 9);
  });

  it('stands where it stood once the front package has left with its turn', () => {
    const later = depths({ ...still, coilDeg: 360, packages: 13, left: 1 });
    expect(later).toHaveLength(13);
    for (const [index, z] of later.entries()) expect(z).toBeCloseTo(depths(still)[index]!, 9);
  });

  it('without a count of what left, reads it off the whole turns', () => {
    const { left: _, ...bare } = still;
    expect(depths({ ...bare, coilDeg: 1080, packages: 11 })).toEqual(depths({ ...still, coilDeg: 1080, packages: 11, left: 3 }));
  });

  it('lets no package stand in another, however far the coil has turned behind one that hangs', () => {
    for (let coilDeg = 0; coilDeg <= 1800; coilDeg += 45) {
      const places = packagePlaces(poseOf([{ ...still, coilDeg, hangShare: 1, state: 'jammed' }]));
      const standing = places
        .filter((one) => one.how === 'standing')
        .map((one) => one.z)
        .sort((a, b) => b - a);
      expect(places.filter((one) => one.how === 'hung')).toHaveLength(1);
      for (let index = 1; index < standing.length; index += 1) {
        expect(standing[index - 1]! - standing[index]!).toBeGreaterThanOrEqual(CABINET.package.thickness);
      }
      expect(standing[0]!).toBeLessThan(CABINET.shelf.front);
    }
  });

  it('draws what falls and what lies in the box besides', () => {
    const places = packagePlaces(poseOf([still], { falling: [{ cartridge: 3, fallShare: 0.5 }], boxPackages: 4 }));
    expect(places).toHaveLength(14 + 1 + 4);
    const { box } = CABINET;
    for (const one of places.filter((place) => place.how === 'boxed')) {
      expect(one.x).toBeGreaterThan(box.left);
      expect(one.x).toBeLessThan(box.right);
      expect(one.z).toBeLessThan(box.frontZ);
    }
  });

  it('holds 48 full cartridges, some falling and a full box', () => {
    const all = Array.from({ length: 48 }, (_, index) => ({ ...still, number: index + 1 }));
    expect(packagePlaces(poseOf(all, { boxPackages: 99 })).length).toBeLessThanOrEqual(MOST_PACKAGES);
  });

  it('is the same for the same pose', () => {
    const pose = poseOf([{ ...still, coilDeg: 123 }], { boxPackages: 3 });
    expect(packagePlaces(pose)).toEqual(packagePlaces(structuredClone(pose)));
  });
});

describe('stuckPlaces', () => {
  it('names the front package of a jam that hangs and of one that does not', () => {
    const places = stuckPlaces(
      poseOf([
        { ...still, number: 1, state: 'jammed' },
        { ...still, number: 2, hangShare: 1, state: 'moving' },
        { ...still, number: 3 },
        { ...still, number: 4, state: 'jammed', packages: 0 },
      ]),
    );
    expect(places.map((one) => one.how)).toEqual(['standing', 'hung']);
  });
});
