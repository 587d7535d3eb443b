import type { Candidate, Region } from '@dosetwin/scenarios';
import { describe, expect, it } from 'vitest';
import { freeSiteAt, machinesByPlace, movedMachine, takenSiteAt, withMachines } from './planEdits.js';

const site = (id: string, place: string, room: number, opens: number) =>
  ({ id, place, room, opens: { likely: opens } }) as Candidate;
const full = {
  candidates: [site('a-1', 'a', 2, 0.5), site('a-2', 'a', 1, 0.9), site('b-1', 'b', 1, 0.7)] as readonly Candidate[],
} as Region;
const one = { sites: [{ candidate: 'a-1', machines: 2 }] };

describe('a plan that is changed by hand', () => {
  it('keeps its sites in the order of their ids, and none without a machine', () => {
    expect(withMachines(one, 'a-0', 1).sites).toEqual([
      { candidate: 'a-0', machines: 1 },
      { candidate: 'a-1', machines: 2 },
    ]);
    expect(withMachines(one, 'a-1', -2).sites).toEqual([]);
  });

  it('moves one machine where there is room, and stays as it is where there is none', () => {
    const moved = movedMachine(full, one, 'a-1', 'b-1');
    expect(moved.sites).toEqual([
      { candidate: 'a-1', machines: 1 },
      { candidate: 'b-1', machines: 1 },
    ]);
    expect(movedMachine(full, moved, 'a-1', 'b-1')).toBe(moved);
    expect([...machinesByPlace(full, moved)]).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('finds at a place the free site that is likeliest to open, and the one to take a machine from', () => {
    expect(freeSiteAt(full, one, 'a')?.id).toBe('a-2');
    expect(takenSiteAt(full, one, 'a')?.id).toBe('a-1');
    expect(freeSiteAt(full, withMachines(one, 'b-1', 1), 'b')).toBeNull();
  });
});
