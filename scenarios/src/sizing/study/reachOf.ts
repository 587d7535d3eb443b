import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import { dailyWays } from '../simulate/dailyWays.js';
import { assignPeople } from '../siting/assignPeople.js';

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

/** Who belongs where (Z7) with the likely number of people, and as many as pharmacies and prescribers likely serve. */
export function reachOf(region: Region, plan: Plan): Reach {
  const { places, candidates, machine, travel, services } = region;
  const { peopleKm, size } = dailyWays(region).usual;
  const placeOf = new Map(places.map(({ id }, i) => [id, i]));
  const siteOf = new Map(candidates.map(({ id, place }) => [id, placeOf.get(place)]));
  const sites = plan.sites.map(({ candidate, machines }) => ({ place: siteOf.get(candidate) ?? -1, machines }));
  const people = places.map((place) => Math.round(place.people.likely));
  const { atSite, leftOut } = assignPeople(people, sites, peopleKm, {
    peoplePerMachine: machine.people,
    furthestKm: travel.furthestKm,
    mostPeople: Math.min(
      ...[services.pharmacyPeople, services.prescriberPeople].map((one) => one?.likely ?? Number.POSITIVE_INFINITY),
    ),
  });
  return {
    places: places.map(({ id }, i) => {
      const nearest = Math.min(...sites.map(({ place }) => peopleKm[i * size + place] ?? Number.POSITIVE_INFINITY));
      const here = people[i] as number;
      return {
        ...{ place: id, people: here, reached: here - (leftOut[i] as number) },
        ...{ nearestKm: Number.isFinite(nearest) ? nearest : null, isTooFar: !(nearest <= travel.furthestKm) },
      };
    }),
    sites: plan.sites.map(({ candidate, machines }, site) => ({ candidate, machines, people: atSite[site] as number })),
  };
}
