import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryText } from '../../test/libraryText.js';
import type { BenchEntry } from '../trace/BenchEntry.js';
import { TraceIndex } from '../trace/TraceIndex.js';
import { runs } from '../worker/runs.js';
import { poseAt } from './poseAt.js';

const words = (key: string) => key;
const open = () => {
  const run = runs.open(libraryText('stuck-dose-no-key'), null, []);
  run.runUntil(run.facts.length_us);
  const trace = new TraceIndex();
  trace.append(run.entries as BenchEntry[]);
  const machine = run.facts.machines[0];
  if (machine === undefined) throw new Error('the scenario has no machine');
  return { run, trace, machine };
};
const { run, trace, machine } = open();
const jam_us = trace.next(-1, `${machine.id}/session`, 'jam')?.t_us ?? 0;

describe('poseAt', () => {
  it('is the same for the same instant, whichever way the playhead came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: run.facts.length_us }), { minLength: 1, maxLength: 12 }), (instants) => {
        const there = instants.map((t_us) => poseAt(trace, machine, t_us, null, words));
        const back = instants.toReversed().map((t_us) => poseAt(trace, machine, t_us, null, words));
        expect(back.toReversed()).toEqual(there);
      }),
      { numRuns: 30 },
    );
  });

  it('shows nothing that happens after its instant', () => {
    for (const t_us of [jam_us - 9_000_000, jam_us - 1, jam_us, jam_us + 5_000_000]) {
      const lived = new TraceIndex();
      lived.append(trace.entries.slice(0, trace.countAt(t_us)));
      expect(poseAt(lived, machine, t_us, null, words)).toEqual(poseAt(trace, machine, t_us, null, words));
    }
  });

  it('shows the hung package, its ghost and its cartridge at the jam, and none of it after it was freed', () => {
    const hung = poseAt(trace, machine, jam_us, null, words);
    expect(hung.ghostCartridge).toBe(19);
    expect(hung.focusCartridge).toBe(19);
    expect(hung.cartridges[18]?.hangShare).toBe(1);
    expect(hung.cartridges[18]?.state).toBe('jammed');
    const freed = poseAt(trace, machine, run.facts.length_us, null, words);
    expect(freed.ghostCartridge).toBeNull();
    expect(freed.cartridges.every((one) => one.hangShare === 0)).toBe(true);
  });

  it('turns a coil steadily between two entries of its motor, and stands still after the second', () => {
    const body = `${machine.id}/mechanism`;
    const on = trace.next(jam_us - 12_000_000, body, 'drive', 19);
    const off = trace.next(on?.t_us ?? 0, body, 'drive', 19);
    if (on === undefined || off === undefined) throw new Error('cartridge 19 never turned');
    const degAt = (t_us: number) => poseAt(trace, machine, t_us, null, words).cartridges[18]?.coilDeg ?? 0;
    const middle_us = (on.t_us + off.t_us) / 2;
    expect(degAt(middle_us)).toBeCloseTo((degAt(on.t_us) + degAt(off.t_us - 1)) / 2, 3);
    expect(degAt(off.t_us)).toBe(Number(off.payload.coil_mdeg) / 1000);
    expect(degAt(off.t_us + 900_000)).toBe(degAt(off.t_us));
  });

  it('lets each released package fall once, and counts what is left', () => {
    const body = `${machine.id}/mechanism`;
    const release = trace.next(-1, body, 'release');
    if (release === undefined) throw new Error('nothing ever fell');
    const cartridge = Number(release.payload.cartridge);
    const before = poseAt(trace, machine, release.t_us - 1, null, words);
    const falling = poseAt(trace, machine, release.t_us + Number(release.payload.fall_us) / 2, null, words);
    const later = poseAt(trace, machine, release.t_us + 3_000_000, null, words);
    expect(before.falling).toEqual([]);
    expect(falling.falling).toEqual([{ cartridge, fallShare: expect.closeTo(0.5, 3) }]);
    expect(later.falling).toEqual([]);
    expect(falling.cartridges[cartridge - 1]?.packages).toBe((before.cartridges[cartridge - 1]?.packages ?? 0) - 1);
    expect(later.boxPackages).toBe(1);
  });
});
