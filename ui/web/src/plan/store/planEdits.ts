import type { Candidate, Plan, Region } from '@dosetwin/scenarios';

/** Machines of a plan at a candidate site. */
export function machinesAt({ sites }: Plan, candidate: string): number {
  return sites.find((one) => one.candidate === candidate)?.machines ?? 0;
}

/** The plan with so many machines more at a site, or fewer; sites without any are left out, the others in the order of their ids. */
export function withMachines(plan: Plan, candidate: string, change: number): Plan {
  const machines = Math.max(0, machinesAt(plan, candidate) + change);
  const others = plan.sites.filter((one) => one.candidate !== candidate);
  const sites = machines > 0 ? [...others, { candidate, machines }] : others;
  return { sites: [...sites].sort((a, b) => (a.candidate < b.candidate ? -1 : 1)) };
}

export function hasRoom(plan: Plan, candidate: Candidate): boolean {
  return machinesAt(plan, candidate.id) < candidate.room;
}

/** The plan with one machine moved from a site to another; the same plan where there is none to move, or no room. */
export function movedMachine(region: Region, plan: Plan, from: string, to: string): Plan {
  const site = region.candidates.find(({ id }) => id === to);
  if (site === undefined || from === to || machinesAt(plan, from) === 0 || !hasRoom(plan, site)) return plan;
  return withMachines(withMachines(plan, from, -1), to, 1);
}

/**
 * Where a machine goes that is dropped on a place: to the site there that has room and is likeliest to open. Others are chosen in
 * the list.
 */
export function freeSiteAt(region: Region, plan: Plan, place: string): Candidate | null {
  const free = region.candidates.filter((one) => one.place === place && hasRoom(plan, one));
  return free.reduce<Candidate | null>((best, one) => (best === null || one.opens.likely > best.opens.likely ? one : best), null);
}

/** A site of the plan at a place, to take a machine from: the one with the most machines. */
export function takenSiteAt(region: Region, plan: Plan, place: string): Candidate | null {
  const taken = region.candidates.filter((one) => one.place === place && machinesAt(plan, one.id) > 0);
  return taken.reduce<Candidate | null>(
    (best, one) => (best === null || machinesAt(plan, one.id) > machinesAt(plan, best.id) ? one : best),
    null,
  );
}

/** A plan as a word, to know it again. */
export function keyOf({ sites }: Plan): string {
  return sites.map(({ candidate, machines }) => `${candidate}*${machines}`).join('+');
}

/** Machines of a plan by place. */
export function machinesByPlace(region: Region, plan: Plan): ReadonlyMap<string, number> {
  const by = new Map<string, number>();
  for (const { candidate, machines } of plan.sites) {
    const place = region.candidates.find(({ id }) => id === candidate)?.place;
    if (place !== undefined) by.set(place, (by.get(place) ?? 0) + machines);
  }
  return by;
}

export function isFreeAt(region: Region, plan: Plan, place: string): boolean {
  return freeSiteAt(region, plan, place) !== null;
}
