import type { Estimate, Region } from '../region/Region.js';

/** One number of a region that is drawn in a future, by a name that stays the same from study to study. */
export interface UncertainInput {
  /** `machine.jam`, `place.timmins.people`, `candidate.harbour.opens`. */
  readonly path: string;
  /** What it is of: `machine.jam` as its path, `places.people` of all places, `candidates.opens` of all candidates. */
  readonly kind: string;
  readonly estimate: Estimate;
}

/** Every estimate of a region in the order of its file, fixed ones among them: what a future draws. */
export function estimatesOf(region: Region): UncertainInput[] {
  const { travel, demand, machine, support, services } = region;
  const inputs: UncertainInput[] = [];
  const add = (path: string, estimate: Estimate | undefined) => {
    if (estimate !== undefined) inputs.push({ path, kind: kindOf(path), estimate });
  };
  for (const { id, people, rate } of region.places) add(`place.${id}.${rate ? 'rate' : 'people'}`, rate ?? people);
  for (const { id, opens, keyOnSite, costPerYear } of region.candidates) {
    add(`candidate.${id}.opens`, opens);
    add(`candidate.${id}.keyOnSite`, keyOnSite);
    add(`candidate.${id}.costPerYear`, costPerYear);
  }
  add('demand.peopleEach', demand.peopleEach);
  add('travel.willingKm', travel.willingKm);
  for (const name of ['comes', 'outOfHours', 'anyMachine'] as const) add(`demand.${name}`, demand[name]);
  for (const name of ['jam', 'jamStopsMachine', 'failureEveryDays', 'partNeeded', 'partDays', 'palmRefused'] as const)
    add(`machine.${name}`, machine[name]);
  for (const name of ['remoteFix', 'remoteMinutes', 'noticeMinutes', 'clearMinutes'] as const)
    add(`support.${name}`, support[name]);
  for (const name of [
    'roundFails',
    'pharmacyPeople',
    'prescriberPeople',
    'minutesPerDose',
    'minutesPerFault',
    'minutesPerRound',
  ] as const)
    add(`services.${name}`, services[name]);
  return inputs;
}

/** The estimates that are not fixed: what a study of sensitivity may move. */
export function uncertainInputs(region: Region): UncertainInput[] {
  return estimatesOf(region).filter(({ estimate }) => estimate.low < estimate.high);
}

function kindOf(path: string): string {
  const [section, ...rest] = path.split('.');
  return rest.length > 1 ? `${section}s.${rest.at(-1)}` : path;
}
