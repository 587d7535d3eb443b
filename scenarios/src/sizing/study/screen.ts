import { exp } from '@dosetwin/twin';
import type { Candidate, Region } from '../region/Region.js';
import { availabilityOf } from './availabilityOf.js';

/** Kilometres from a place to another by the links open most of the year; `null` where there is no way. */
export type KmBetween = (a: string, b: string) => number | null;

/** What a number of machines could come to, by arithmetic alone. */
export interface Screened {
  readonly machines: number;
  /** Share of people within reach, and of due doses got: with likely values and the sites taken one by one. */
  readonly reached: number;
  readonly served: number;
  /** No plan of so many machines reaches more, whatever is drawn: every site opens, and the fewest people come. */
  readonly reachedAtMost: number;
  readonly servedAtMost: number;
  /** A target that no plan of so many machines can hold. */
  readonly isOutOfQuestion: boolean;
}

interface Spot {
  readonly candidate: Candidate;
  readonly reaches: readonly { readonly place: number; readonly km: number }[];
}

/** The screen: for each number of machines what it may come to at best, and what is likely. Bounds are bounds; the rest is a guess. */
export function screen(region: Region, km: KmBetween, numbers: readonly number[]): readonly Screened[] {
  const spots = region.candidates.map((candidate): Spot => {
    const reaches = region.places.flatMap(({ id }, place) => {
      const way = id === candidate.place ? 0 : km(id, candidate.place);
      return way !== null && way <= region.travel.furthestKm ? [{ place, km: way }] : [];
    });
    return { candidate, reaches: reaches.sort((a, b) => a.km - b.km || a.place - b.place) };
  });
  const most = Math.max(0, ...numbers);
  const likely = takeOneByOne(region, spots, most);
  return numbers.map((machines) => screened(region, spots, machines, likely[Math.min(machines, likely.length - 1)] as Taken));
}

function screened(region: Region, spots: readonly Spot[], machines: number, taken: Taken): Screened {
  const { targets, places, services, demand } = region;
  const within = new Set(spots.flatMap(({ reaches }) => reaches.map(({ place }) => place)));
  const fewest = places.reduce((sum, { people }) => sum + people.low, 0);
  const isNear = (_: unknown, place: number) => within.has(place);
  // The largest share of people within reach of any candidate that any draw allows.
  const near = places.filter(isNear).reduce((sum, { people }) => sum + people.high, 0);
  const far = places.filter((_, place) => !within.has(place)).reduce((sum, { people }) => sum + people.low, 0);
  const room = Math.min(
    machines * region.machine.people,
    services.pharmacyPeople?.high ?? Number.POSITIVE_INFINITY,
    services.prescriberPeople?.high ?? Number.POSITIVE_INFINITY,
  );
  const reachedAtMost = Math.min(near + far > 0 ? near / (near + far) : 0, fewest > 0 ? room / fewest : 1, 1);
  const servedAtMost = Math.min(1, demand.comes.high * (1 - region.machine.palmRefused.low));
  return {
    machines,
    reached: taken.people > 0 ? taken.reached / taken.people : 0,
    served: taken.reached > 0 ? taken.served / taken.reached : 0,
    reachedAtMost,
    servedAtMost,
    isOutOfQuestion: reachedAtMost < targets.reached || servedAtMost < targets.served,
  };
}

interface Taken {
  readonly people: number;
  readonly reached: number;
  readonly served: number;
}

/** Machines one after another where each adds most people who would get their dose; entry `n` is what `n` of them come to. */
function takeOneByOne(region: Region, spots: readonly Spot[], most: number): readonly Taken[] {
  const left = region.places.map(({ people }) => people.likely);
  const people = left.reduce((sum, one) => sum + one, 0);
  const room = spots.map(({ candidate }) => candidate.room);
  const taken: Taken[] = [{ people, reached: 0, served: 0 }];
  for (let n = 0; n < most; n++) {
    let best: { spot: number; gain: Gain } | null = null;
    for (const [spot, one] of spots.entries()) {
      if ((room[spot] as number) < 1) continue;
      const gain = gainOf(region, one, left);
      if (best === null || gain.served > best.gain.served) best = { spot, gain };
    }
    if (best === null) break;
    room[best.spot] = (room[best.spot] as number) - 1;
    for (const { place, people: some } of best.gain.from) left[place] = (left[place] as number) - some;
    const before = taken[n] as Taken;
    taken.push({ people, reached: before.reached + best.gain.reached, served: before.served + best.gain.served });
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
