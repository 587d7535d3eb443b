/** A site of a plan that opened. */
export interface OpenSite {
  /** Index of its place in the region. */
  readonly place: number;
  readonly machines: number;
}

/** People of one place who belong to the machines of one site. */
export interface Belonging {
  readonly place: number;
  /** Index among the sites given. */
  readonly site: number;
  readonly people: number;
  readonly km: number;
}

export interface Assignment {
  /** From the shortest way to the longest. */
  readonly belongings: readonly Belonging[];
  /** People at each site, and those of each place who belong to no machine. */
  readonly atSite: Int32Array;
  readonly leftOut: Int32Array;
  readonly reached: number;
}

/** Why people belong to no machine: how many for each reason. */
export interface LeftOut {
  /** Every site of the plan lies beyond reach, whether it opened or not. */
  readonly tooFar: number;
  /** There are sites within reach, and none of them opened. */
  readonly notOpened: number;
  /** No cartridge was left within reach. */
  readonly full: number;
  /** Pharmacies or prescribers can serve no more. */
  readonly limited: number;
}

export interface AssignmentRules {
  readonly peoplePerMachine: number;
  readonly furthestKm: number;
  /** Most people whom pharmacies and prescribers can serve together; Infinity for no limit. */
  readonly mostPeople: number;
}

/**
 * Who belongs where (SIZING Z7): ways are taken from the shortest on, and each gives people of its place the cartridges that its site
 * has left; of equally long ones the first place goes first, then the first site. `km` is a table of `Ways.peopleKm`.
 */
export function assignPeople(
  people: ArrayLike<number>,
  sites: readonly OpenSite[],
  km: Float64Array,
  { peoplePerMachine, furthestKm, mostPeople }: AssignmentRules,
): Assignment {
  const left = Int32Array.from(sites, ({ machines }) => machines * peoplePerMachine);
  const atSite = new Int32Array(sites.length);
  const leftOut = Int32Array.from(people);
  const belongings: Belonging[] = [];
  const sitesAt = Array.from(people, (): number[] => []);
  for (const [site, { place }] of sites.entries()) sitesAt[place]?.push(site);
  let reached = 0;
  for (const way of shortestFirst(km, people.length)) {
    if (way.km > furthestKm) break;
    for (const site of sitesAt[way.to] as readonly number[]) {
      const taken = Math.min(leftOut[way.from] as number, left[site] as number, mostPeople - reached);
      if (taken <= 0) continue;
      belongings.push({ place: way.from, site, people: taken, km: way.km });
      left[site] = (left[site] as number) - taken;
      atSite[site] = (atSite[site] as number) + taken;
      leftOut[way.from] = (leftOut[way.from] as number) - taken;
      reached += taken;
    }
  }
  return { belongings, atSite, leftOut, reached };
}

/** Why those who were left out were, where `planned` are the places of all sites of the plan. */
export function whyLeftOut(
  { leftOut, atSite, reached }: Assignment,
  sites: readonly OpenSite[],
  planned: Iterable<number>,
  km: Float64Array,
  { peoplePerMachine, furthestKm, mostPeople }: AssignmentRules,
): LeftOut {
  const why = { tooFar: 0, notOpened: 0, full: 0, limited: 0 };
  const places = [...new Set(planned)];
  for (const [from, people] of leftOut.entries()) {
    if (people === 0) continue;
    const isNear = (to: number) => (km[from * leftOut.length + to] as number) <= furthestKm;
    const near = sites.flatMap((site, i) =>
      isNear(site.place) ? [site.machines * peoplePerMachine - (atSite[i] as number)] : [],
    );
    if (!places.some(isNear)) why.tooFar += people;
    else if (near.length === 0) why.notOpened += people;
    else if (reached >= mostPeople && near.some((free) => free > 0)) why.limited += people;
    else why.full += people;
  }
  return why;
}

interface PlacesWay {
  readonly from: number;
  readonly to: number;
  readonly km: number;
}

/** A study assigns people in thousands of futures by one table. */
const kept = new WeakMap<Float64Array, readonly PlacesWay[]>();

function shortestFirst(km: Float64Array, size: number): readonly PlacesWay[] {
  const known = kept.get(km);
  if (known) return known;
  const ways = Array.from(km, (way, at) => ({ from: Math.floor(at / size), to: at % size, km: way }))
    .filter((way) => way.km < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.km - b.km || a.from - b.from || a.to - b.to);
  kept.set(km, ways);
  return ways;
}
