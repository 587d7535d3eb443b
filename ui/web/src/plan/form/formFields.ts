import { type Estimate, REGION_PARAMETERS, type Region, type RegionParameter } from '@dosetwin/scenarios';

export type FormSection = 'demand' | 'travel' | 'machine' | 'support' | 'services';

/** A figure of a region that the form can set: where it lies, and what may be written there. */
export interface FormField {
  /** `demand.comes`: as it is called in a study of what moves the answer. */
  readonly path: string;
  readonly section: FormSection;
  readonly name: string;
  readonly parameter: RegionParameter;
}

const P = REGION_PARAMETERS;
const field = (section: FormSection, name: string, parameter: RegionParameter): FormField => ({
  ...{ path: `${section}.${name}`, section, name, parameter },
});

/** Every figure in the order in which a planner thinks of it; those that a region file calls by other names beside their own. */
export const FORM_FIELDS: readonly FormField[] = [
  field('demand', 'comes', P.demand.comes),
  field('demand', 'outOfHours', P.demand['out-of-hours']),
  field('demand', 'anyMachine', P.demand['any-machine']),
  field('demand', 'dosesPerDay', P.demand['doses-a-day']),
  field('travel', 'willingKm', P.travel.willing),
  field('travel', 'furthestKm', P.travel.furthest),
  field('travel', 'roadKmPerHour', P.travel['road-speed']),
  field('travel', 'winterKmPerHour', P.travel['winter-speed']),
  field('machine', 'people', P.machine.people),
  field('machine', 'packages', P.machine.packages),
  field('machine', 'jam', P.machine.jam),
  field('machine', 'jamStopsMachine', P.machine['jam-stops-machine']),
  field('machine', 'failureEveryDays', P.machine['failure-every']),
  field('machine', 'partNeeded', P.machine['part-needed']),
  field('machine', 'partDays', P.machine['part-comes']),
  field('machine', 'palmRefused', P.machine['palm-refused']),
  field('support', 'remoteFix', P.support['remote-fix']),
  field('support', 'remoteMinutes', P.support['remote-time']),
  field('support', 'noticeMinutes', P.support.notice),
  field('support', 'clearMinutes', P.support.clear),
  field('services', 'restockEveryDays', P.services['restock-every']),
  field('services', 'roundFails', P.services['round-fails']),
  field('services', 'minutesPerDose', P.services['dose-time']),
  field('services', 'minutesPerFault', P.services['fault-time']),
  field('services', 'minutesPerRound', P.services['round-time']),
];

/** What the region says there: one number, or an estimate. */
export function valueAt(region: Region, { section, name }: FormField): number | Estimate {
  return (region[section] as unknown as Readonly<Record<string, number | Estimate>>)[name] as number | Estimate;
}

export function withValue(region: Region, { section, name }: FormField, value: number | Estimate): Region {
  return { ...region, [section]: { ...region[section], [name]: value } };
}

export function isAssumption(source: string): boolean {
  return source.startsWith('assumption');
}

/** How many of a region's figures nobody has a source for, those of places and sites counted with them. */
export function assumptionsOf(region: Region): { readonly assumed: number; readonly all: number } {
  const sources = [
    ...FORM_FIELDS.map((one) => sourceAt(region, one)),
    ...region.places.map(({ people }) => people.source),
    ...region.candidates.flatMap(({ opens, keyOnSite, costPerYear }) => [opens.source, keyOnSite.source, costPerYear.source]),
  ];
  return { assumed: sources.filter(isAssumption).length, all: sources.length };
}

/** Where the figure is from: as the estimate says; of a single number, as its default says while it is that. */
export function sourceAt(region: Region, one: FormField): string {
  const value = valueAt(region, one);
  if (typeof value !== 'number') return value.source;
  return value === one.parameter.likely ? one.parameter.source : '';
}
