import { written } from './estimateSchema.js';
import { REGION_PARAMETERS, type RegionParameter } from './regionParameters.js';

/** A row of the sheet `wishes`: a figure of the region file, as a spreadsheet says it. */
export interface Wish {
  /** As the sheet has it: `furthest`, `cost a year`. */
  readonly name: string;
  /** Where a region file has it: `travel`, `furthest`. */
  readonly path: readonly string[];
  readonly says: string;
  readonly example: string;
}

const wish = (name: string, path: string, says: string, example: string): Wish => ({
  name,
  path: path.split('.'),
  says,
  example,
});

/** Those that a planner is asked for first, and that the template holds. */
export const FIRST_WISHES: readonly Wish[] = [
  wish('title', 'title', 'what the region is called', 'A region of our own'),
  wish('zone', 'zone', 'the time zone of places whose row has none', 'America/Toronto'),
  wish('served', 'targets.served', 'least share of due doses that people within reach come for and get', '55 %'),
  wish('reached', 'targets.reached', 'least share of people within reach of an open machine', '60 %'),
  wish('confidence', 'targets.confidence', 'share of futures in which both shall hold', '70 %'),
  wish('machines', 'budget.machines', 'most machines; left out: no limit', '4'),
  wish('furthest', 'travel.furthest', 'distance from beyond which nobody comes', '60 km'),
  wish('technician place', 'support.technicians.technician.place', 'the place from which help travels', 'Fictional Harbour'),
  wish('technician hours', 'support.technicians.technician.hours', 'when help works', 'mon-fri 08:00-18:00'),
];

const FURTHER: readonly Wish[] = [
  wish('year', 'year', 'the year that is simulated', '2027'),
  wish('mean distance', 'targets.mean-distance', 'most kilometres that those who come travel on average', '10 km'),
  wish('cost a year', 'budget.cost-a-year', 'most that the plan may cost a year, in Canadian dollars', '600000 CAD'),
  wish('road factor', 'travel.road-factor', 'roads that no link gives, as the crow flies times this', '1.3'),
  wish('pharmacy people', 'services.pharmacy-people', 'people for whom the pharmacies can prepare doses', '400'),
  wish('prescriber people', 'services.prescriber-people', 'people whom the prescribers can see', '250'),
  wish('people for each case', 'people.each', 'how many people a rate in the list of places stands for', '10'),
  wish('cartridges', 'machine.people', 'people for whom one machine has cartridges', '48'),
  wish('desk zone', 'support.desk-zone', 'the time zone of the desk', 'America/Halifax'),
  wish('desk hours', 'support.desk-hours', 'when the desk can be asked, by its own clock', 'mon-fri 08:30-16:30'),
];

/** All that a sheet of wishes may say, by name. */
export const WISHES: ReadonlyMap<string, Wish> = new Map(
  [...FIRST_WISHES, ...FURTHER, ...parameterWishes()].map((one) => [one.name, one] as const),
);

/** Every figure that has a default, under its own name. */
function parameterWishes(): readonly Wish[] {
  const told = new Set([...FIRST_WISHES, ...FURTHER].map(({ path }) => path.join('.')));
  return Object.entries(REGION_PARAMETERS).flatMap(([section, parameters]) =>
    Object.entries(parameters as Readonly<Record<string, RegionParameter>>).flatMap(([key, { says, likely, unit }]) => {
      const path = `${section}.${key}`;
      return told.has(path) ? [] : [wish(key.replaceAll('-', ' '), path, says, written(likely, unit))];
    }),
  );
}

/** All wishes as a Markdown table. */
export function wishesTable(): string {
  const cells = ({ name, says, example }: Wish) => `| \`${name}\` | ${says} | \`${example}\` |`;
  return ['| wish | what it says | for one |', '|---|---|---|', ...[...WISHES.values()].map(cells)].join('\n');
}
