import type { Region } from '../region/Region.js';
import type { KmBetween } from './KmBetween.js';
import { type Spot, spotsOf, type Taken, takeOneByOne } from './takeOneByOne.js';

/** What a number of machines could come to, by arithmetic alone. */
export interface Screened {
  readonly machines: number;
  /** Share of people within reach, and of due doses got: with likely values and the sites taken one by one. */
  readonly reached: number;
  readonly served: number;
  /** No plan of so many machines reaches more, whatever is drawn: every site opens, and the fewest people come; nor serves more on average. */
  readonly reachedAtMost: number;
  readonly servedAtMost: number;
  /** A target that no plan of so many machines can hold. */
  readonly isOutOfQuestion: boolean;
}

/** The screen: for each number of machines what it may come to at best, and what is likely. Bounds are bounds; the rest is a guess. */
export function screen(region: Region, km: KmBetween, numbers: readonly number[]): readonly Screened[] {
  const spots = spotsOf(region, km);
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
  // Whose palm is not matched may go on to another machine.
  const matched = demand.anyMachine.high > 0 ? 1 : 1 - region.machine.palmRefused.low;
  const servedAtMost = Math.min(1, demand.comes.high * matched);
  return {
    machines,
    reached: taken.people > 0 ? taken.reached / taken.people : 0,
    served: taken.reached > 0 ? taken.served / taken.reached : 0,
    reachedAtMost,
    servedAtMost,
    isOutOfQuestion: reachedAtMost < targets.reached || servedAtMost < targets.served,
  };
}
