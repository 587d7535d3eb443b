import { exp } from '@dosetwin/twin';
import type { Plan } from '../Plan.js';
import type { Candidate, Region } from '../region/Region.js';
import { availabilityOf } from './availabilityOf.js';
import type { KmBetween } from './KmBetween.js';

/** A candidate site, and the places whose people may come, nearest first. */
export interface Spot {
  readonly candidate: Candidate;
  readonly reaches: readonly { readonly place: number; readonly km: number }[];
}

export function spotsOf(region: Region, km: KmBetween): readonly Spot[] {
  return region.candidates.map((candidate) => {
    const reaches = region.places.flatMap(({ id }, place) => {
      const way = id === candidate.place ? 0 : km(id, candidate.place);
      return way !== null && way <= region.travel.furthestKm ? [{ place, km: way }] : [];
    });
    return { candidate, reaches: reaches.sort((a, b) => a.km - b.km || a.place - b.place) };
  });
}

/** What some machines come to with likely values. */
export interface Taken {
  readonly people: number;
  readonly reached: number;
  readonly served: number;
  /** The site of the last of them; `null` of none. */
  readonly candidate: string | null;
}

/**
 * Machines one after another where each adds most people who would get their dose, those of a plan `before` first; entry `n` is what
 * `n` of them come to.
 */
export function takeOneByOne(region: Region, spots: readonly Spot[], most: number, before?: Plan): readonly Taken[] {
  const placed = (before?.sites ?? []).flatMap(({ candidate, machines }) => Array.from({ length: machines }, () => candidate));
  const left = region.places.map(({ people }) => people.likely);
  const people = left.reduce((sum, one) => sum + one, 0);
  const room = spots.map(({ candidate }) => candidate.room);
  const taken: Taken[] = [{ people, reached: 0, served: 0, candidate: null }];
  for (let n = 0; n < most; n++) {
    let best: { spot: number; gain: Gain } | null = null;
    for (const [spot, one] of spots.entries()) {
      if ((room[spot] as number) < 1 || (n < placed.length && one.candidate.id !== placed[n])) continue;
      const gain = gainOf(region, one, left);
      if (best === null || gain.served > best.gain.served) best = { spot, gain };
    }
    if (best === null) break;
    room[best.spot] = (room[best.spot] as number) - 1;
    for (const { place, people: some } of best.gain.from) left[place] = (left[place] as number) - some;
    const last = taken[n] as Taken;
    taken.push({
      people,
      reached: last.reached + best.gain.reached,
      served: last.served + best.gain.served,
      candidate: (spots[best.spot] as Spot).candidate.id,
    });
  }
  return taken;
}

interface Gain {
  readonly reached: number;
  readonly served: number;
  readonly from: readonly { readonly place: number; readonly people: number }[];
}

function gainOf(region: Region, { candidate, reaches }: Spot, left: readonly number[]): Gain {
  const { demand, travel, machine } = region;
  const from: { place: number; people: number }[] = [];
  let free = machine.people;
  let coming = 0;
  for (const { place, km } of reaches) {
    const people = Math.min(free, left[place] as number);
    if (people <= 0) continue;
    from.push({ place, people });
    free -= people;
    coming += people * demand.comes.likely * exp(-km / travel.willingKm.likely);
  }
  const { share } = availabilityOf(region, candidate, coming * demand.dosesPerDay);
  const opens = candidate.opens.likely;
  const gets = share * (1 - machine.palmRefused.likely) * (1 - machine.jam.likely);
  return { reached: (machine.people - free) * opens, served: coming * gets * opens, from };
}
