import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import type { KmBetween } from './KmBetween.js';

/** Who a plan is for, with the likely number of people at each place and every site open: what a map shows. */
export interface Reach {
  readonly places: readonly PlaceReach[];
  readonly sites: readonly SiteReach[];
}

export interface PlaceReach {
  readonly place: string;
  readonly people: number;
  /** Of them, those with a cartridge within reach. */
  readonly reached: number;
  /** To the nearest machine of the plan, whoever has room; `null` where there is no way. */
  readonly nearestKm: number | null;
  /** No machine within reach, full or not. */
  readonly isTooFar: boolean;
}

export interface SiteReach {
  readonly candidate: string;
  readonly machines: number;
  /** People with a cartridge there, 0 at a site that nobody would use. */
  readonly people: number;
}

/** Each place's people at the nearest machines that have room, nearest ways first: Z7 with places in place of people. */
export function reachOf(region: Region, km: KmBetween, plan: Plan): Reach {
  const candidates = new Map(region.candidates.map((candidate) => [candidate.id, candidate]));
  const free = plan.sites.map(({ machines }) => machines * region.machine.people);
  const left = region.places.map(({ people }) => people.likely);
  const ways = region.places.flatMap(({ id }, place) =>
    plan.sites.flatMap(({ candidate }, site) => {
      const at = candidates.get(candidate)?.place;
      const way = at === undefined ? null : at === id ? 0 : km(id, at);
      return way === null ? [] : [{ place, site, km: way }];
    }),
  );
  ways.sort((a, b) => a.km - b.km || a.place - b.place || a.site - b.site);
  for (const { place, site, km: way } of ways) {
    if (way > region.travel.furthestKm) break;
    const people = Math.min(left[place] as number, free[site] as number);
    left[place] = (left[place] as number) - people;
    free[site] = (free[site] as number) - people;
  }
  const nearest = region.places.map((_, place) => ways.find((way) => way.place === place)?.km ?? null);
  return {
    places: region.places.map(({ id, people }, place) => {
      const nearestKm = nearest[place] ?? null;
      const isTooFar = nearestKm === null || nearestKm > region.travel.furthestKm;
      return { place: id, people: people.likely, reached: people.likely - (left[place] as number), nearestKm, isTooFar };
    }),
    sites: plan.sites.map(({ candidate, machines }, site) => {
      return { candidate, machines, people: machines * region.machine.people - (free[site] as number) };
    }),
  };
}
