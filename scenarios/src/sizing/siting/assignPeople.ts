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
  /** In the order of places, and of people within each. */
  readonly belongings: readonly Belonging[];
  /** People at each site. */
  readonly atSite: Int32Array;
  /** People of each place who belong to no machine. */
  readonly leftOut: Int32Array;
  readonly reached: number;
}

export interface AssignmentRules {
  readonly peoplePerMachine: number;
  readonly furthestKm: number;
  /** Most people whom pharmacies and prescribers can serve together; Infinity for no limit. */
  readonly mostPeople: number;
}

/**
 * Who belongs where (SIZING Z7): people in the order of their numbers, which is that of places, each to the nearest site
 * within reach that has a cartridge left; of equally near ones, to the first given. `km` is a table of `Ways.peopleKm`.
 */
export function assignPeople(
  people: ArrayLike<number>,
  sites: readonly OpenSite[],
  km: Float64Array,
  { peoplePerMachine, furthestKm, mostPeople }: AssignmentRules,
): Assignment {
  const size = people.length;
  const left = Int32Array.from(sites, ({ machines }) => machines * peoplePerMachine);
  const atSite = new Int32Array(sites.length);
  const leftOut = new Int32Array(size);
  const belongings: Belonging[] = [];
  let reached = 0;
  for (let place = 0; place < size; place++) {
    let waiting = people[place] as number;
    for (const { site, km: way } of nearestFirst(place, sites, km, size)) {
      if (way > furthestKm || waiting === 0) break;
      const taken = Math.min(waiting, left[site] as number, mostPeople - reached);
      if (taken <= 0) continue;
      belongings.push({ place, site, people: taken, km: way });
      left[site] = (left[site] as number) - taken;
      atSite[site] = (atSite[site] as number) + taken;
      waiting -= taken;
      reached += taken;
    }
    leftOut[place] = waiting;
  }
  return { belongings, atSite, leftOut, reached };
}

/** The sites by kilometres from a place; equally near ones in the order given. */
export function nearestFirst(
  place: number,
  sites: readonly OpenSite[],
  km: Float64Array,
  size: number,
): readonly { readonly site: number; readonly km: number }[] {
  const all = sites.map((site, i) => ({ site: i, km: km[place * size + site.place] as number }));
  return all.sort((a, b) => a.km - b.km || a.site - b.site);
}
