import type { PrescriberSpec, RoadSpec } from '@dosetwin/twin';
import { Complaint } from '../Complaint.js';
import type { Resolution } from './Resolution.js';
import { lookUpOf } from './resolveServices.js';

export function resolvePrescribers(resolution: Resolution): PrescriberSpec[] {
  const { prescribers = {}, sites = {} } = resolution.sections;
  const firstProvince = Object.values(sites)[0]?.province ?? '';
  return Object.entries(prescribers).map(([id, { zone, province, hours, manual, 'takes-on': takesOn, 'looks-up': looksUp }]) => ({
    id,
    zone: resolution.zone(['prescribers', id, 'zone'], zone) ?? '',
    province: province ?? firstProvince,
    hours,
    takesOn: takesOn ?? null,
    ...(manual && { manual }),
    ...(looksUp && { looksUp: lookUpOf(resolution, ['prescribers', id, 'looks-up'], looksUp) }),
  }));
}

/** Roads between sites, each pair once. */
export function resolveRoads(resolution: Resolution): RoadSpec[] {
  const seen = new Set<string>();
  const roads = (resolution.sections.roads ?? []) as readonly ({ between: string[]; is: number } | undefined)[];
  return roads.flatMap((road, i) => {
    if (!road) return [];
    const [a = '', b = ''] = road.between;
    const known = [a, b].map((site, j) => resolution.refers(['roads', i, 'between', j], site, 'site', resolution.siteNames));
    const key = [a, b].sort().join(' ');
    const refuse = (message: string) =>
      resolution.complain(['roads', i, 'between'], Complaint.of('this road', message, 'two sites, each pair once'));
    if (a === b) refuse('leads from a site to itself; name two sites');
    else if (seen.has(key)) refuse('is there already; write each pair of sites once');
    seen.add(key);
    return known.every(Boolean) ? [{ between: [a, b] as const, km: road.is }] : [];
  });
}
