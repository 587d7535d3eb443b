import { type MachineSpec, PARAMETERS, type SiteSpec } from '@dosetwin/twin';
import { Complaint } from '../Complaint.js';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
import { checkChain } from './checkChain.js';
import { overridesOf } from './overridesOf.js';
import type { Resolution } from './Resolution.js';
import { settingOf } from './resolveAdmission.js';
import { careOf, servicesOf } from './resolveServices.js';

export function resolveSites(resolution: Resolution): SiteSpec[] {
  const { sites } = resolution.sections;
  if (sites && resolution.siteNames.length === 0) resolution.complain(['sites'], none('site'), true);
  return Object.entries(sites ?? {}).map(([id, site]) => {
    const zone = resolution.zone(['sites', id, 'zone'], site.zone) ?? '';
    checkChain(resolution, ['sites', id, 'chain'], site.chain, resolution.contactNames);
    checkOverride(resolution, id, site['override-by']);
    const { province, setting, hours, staff, chain } = site;
    const own = settingOf(resolution, id, site);
    return {
      id,
      zone,
      province,
      setting,
      hours,
      staff: staff ?? hours,
      chain,
      overrideBy: site['override-by'],
      ...own,
      ...careOf(resolution, id, site),
    };
  });
}

function checkOverride(resolution: Resolution, id: string, names: readonly string[]): void {
  const path = ['sites', id, 'override-by'];
  checkChain(resolution, path, names, ['staff', ...resolution.contactNames]);
  if (names.length === 1) {
    const message = 'names one only; two different ones must sign: add another, such as [staff, nurse]';
    resolution.complain(path, Complaint.of('override-by', message, 'two or more'));
  }
}

export function resolveMachines(resolution: Resolution): MachineSpec[] {
  const { machines } = resolution.sections;
  if (machines && resolution.machineNames.length === 0) resolution.complain(['machines'], none('machine'), true);
  return Object.entries(machines ?? {}).map(([id, machine]) => {
    resolution.refers(['machines', id, 'site'], machine.site, 'site', resolution.siteNames);
    const { site, cartridges } = machine;
    const loaded = loadedOf(resolution, id, machine);
    checkHolds(resolution, id, machine, loaded);
    const services = servicesOf(resolution, id, machine);
    const identity = identityOf(resolution, id, machine);
    return { id, site, cartridges, loaded, ...services, ...identity, parameters: overridesOf(machine.parameters) };
  });
}

/** How people say who they are, and which cartridges are kept for what. Nothing where the machine says nothing. */
function identityOf(
  resolution: Resolution,
  id: string,
  { identify, products, cartridges, 'card-instead': cardInstead }: ScenarioFile['machines'][string],
): Pick<MachineSpec, 'identify' | 'cardInstead' | 'products'> {
  const kept = Object.values(products ?? {}).reduce((sum, count) => sum + count, 0);
  if (kept > cartridges) {
    const message = `keep ${kept} cartridges, and ${id} has ${cartridges}; keep fewer`;
    resolution.complain(['machines', id, 'products'], Complaint.of('products', message, `at most ${cartridges}`), true);
  }
  return {
    ...(identify && { identify }),
    ...(cardInstead !== undefined && { cardInstead }),
    ...(products && { products: Object.entries(products).map(([product, count]) => ({ id: product, cartridges: count })) }),
  };
}

function loadedOf(resolution: Resolution, id: string, machine: ScenarioFile['machines'][string]): readonly number[] {
  const { cartridges, loaded } = machine;
  if (typeof loaded === 'number') return Array.from({ length: cartridges }, () => loaded);
  const byKey = loaded as Readonly<Record<string, number>>;
  for (const key of Object.keys(byKey)) {
    if (key !== 'each' && Number(key) > cartridges) {
      const message = `is not a cartridge of ${id}, which has ${cartridges}`;
      resolution.complain(['machines', id, 'loaded', key], Complaint.of(key, message, `1 to ${cartridges}`), true);
    }
  }
  return Array.from({ length: cartridges }, (_, i) => byKey[String(i + 1)] ?? byKey.each ?? 0);
}

/** More than a cartridge holds would be counted, and not be there. */
function checkHolds(
  resolution: Resolution,
  id: string,
  machine: ScenarioFile['machines'][string],
  loaded: readonly number[],
): void {
  const holds =
    machine.parameters?.mechanism?.lanePackages ??
    resolution.sections.parameters?.mechanism?.lanePackages ??
    PARAMETERS.mechanism?.lanePackages?.value;
  const most = Math.max(...loaded);
  if (holds === undefined || most <= holds) return;
  const message = `holds ${most} packages in a cartridge, and mechanism.lanePackages lets one hold ${holds}; write loaded: ${holds}, or fewer`;
  resolution.complain(['machines', id], Complaint.of(`'${id}'`, message, `at most ${holds} packages in a cartridge`), true);
}

function none(kind: string): Complaint {
  return new Complaint(`no ${kind} is here; a scenario needs at least one`, 'nothing', `at least one ${kind}`);
}
