import { z } from 'zod';
import { Complaint, quote } from '../../format/Complaint.js';
import { figure, type IssueParams, reference, text, whole, yesOrNo } from '../../format/schema/scalar.js';
import { describeParameter, estimateOf, figureOf } from './estimateSchema.js';
import { DESK_DEFAULTS, PLACE_PARAMETERS, REGION_PARAMETERS, type RegionParameter } from './regionParameters.js';
import { readWeek, type Week } from './weekText.js';

const P = REGION_PARAMETERS;

/** A region file, as it is written; its lists stand beside it. Its output is in plain units, names not yet looked up. */
export function regionSchema() {
  schema ??= buildSchema();
  return schema;
}

let schema: ReturnType<typeof buildSchema> | undefined;

export type RegionFile = z.output<ReturnType<typeof buildSchema>>;

const number = (parameter: RegionParameter) => figureOf(parameter).optional().describe(describeParameter(parameter));
const estimate = (parameter: RegionParameter) => {
  const schema = estimateOf(parameter);
  return schema.optional().describe(schema.description ?? '');
};

/** An amount that has no default and no unit but the one it is given in. */
const amount = (unit: RegionParameter['unit'], most: number, says: string): RegionParameter => ({
  ...{ low: 0, likely: unit === 'CAD' ? 300_000 : 10, high: most, unit, min: 0, max: most },
  ...{ says, source: 'none' },
});

const PHARMACY = amount('count', 1_000_000, 'people for whom the pharmacies of the region can prepare doses');
const PRESCRIBER = amount('count', 1_000_000, 'people whom the prescribers of the region can see');
const MEAN = amount('km', 10_000, 'most kilometres that those who come travel on average');
const COST = amount('CAD', 1_000_000_000, 'most that the plan may cost a year');
const noDefault = (parameter: RegionParameter) =>
  figureOf(parameter).optional().describe(`${parameter.says}. Left out: no limit.`);
const noDefaultEstimate = (parameter: RegionParameter) =>
  estimateOf(parameter).optional().describe(`${parameter.says}: one value, or [least, likely, most]. Left out: no limit.`);

const week = () =>
  z
    .unknown()
    .meta({ type: 'string', examples: ['mon-fri 08:30-16:30; sat 10:00-15:00', 'always'] })
    .transform((given, context): Week => {
      const read = readWeek(given);
      if (!(read instanceof Complaint)) return read;
      const params: IssueParams = { complaint: read, isOtherSort: typeof given === 'object' };
      context.addIssue({ code: 'custom', message: read.message, params: { ...params } });
      return z.NEVER;
    });

const technician = () =>
  z.strictObject({
    place: reference('place').describe('Where they are based; they travel from there, by the links.'),
    hours: week().describe('When they work: mon-fri 08:30-16:30.'),
  });

const roadFactor = () =>
  figure({ type: 'number', minimum: 1, maximum: 5 }, 'a number from 1 to 5', (given) =>
    typeof given === 'number' && given >= 1 && given <= 5
      ? given
      : Complaint.of(quote(given), 'is no factor; write a number from 1 to 5, such as 1.3', 'a number from 1 to 5'),
  );

const travelSection = () =>
  z
    .strictObject({
      'road-factor': roadFactor()
        .optional()
        .describe('Roads that no link gives are as the crow flies times this, 1.3 say. Left out: only links are ways.'),
      'road-speed': number(P.travel['road-speed']),
      'winter-speed': number(P.travel['winter-speed']),
      willing: estimate(P.travel.willing),
      furthest: number(P.travel.furthest),
    })
    .optional()
    .describe('How people and technicians travel.');

const demandSection = () =>
  z
    .strictObject({
      comes: estimate(P.demand.comes),
      'doses-a-day': whole('a number of doses a day', 1, 4).optional().describe(describeParameter(P.demand['doses-a-day'])),
      'out-of-hours': estimate(P.demand['out-of-hours']),
      'any-machine': estimate(P.demand['any-machine']),
    })
    .optional()
    .describe('How people come.');

const machineSection = () =>
  z
    .strictObject({
      people: whole('a number of people', 1, 48).optional().describe(describeParameter(P.machine.people)),
      packages: whole('a number of packages', 1, 100).optional().describe(describeParameter(P.machine.packages)),
      jam: estimate(P.machine.jam),
      'jam-stops-machine': estimate(P.machine['jam-stops-machine']),
      'failure-every': estimate(P.machine['failure-every']),
      'part-needed': estimate(P.machine['part-needed']),
      'part-comes': estimate(P.machine['part-comes']),
      'palm-refused': estimate(P.machine['palm-refused']),
    })
    .optional()
    .describe('What a machine holds, and how often it fails.');

const supportSection = () =>
  z
    .strictObject({
      'desk-zone': reference('time zone').optional().describe(`Zone of the desk. Left out: ${DESK_DEFAULTS.zone} (assumption).`),
      'desk-hours': week()
        .optional()
        .describe(`When the desk can be asked, by its own clock. Left out: ${DESK_DEFAULTS.hours} (assumption).`),
      'remote-fix': estimate(P.support['remote-fix']),
      'remote-time': estimate(P.support['remote-time']),
      notice: estimate(P.support.notice),
      clear: estimate(P.support.clear),
      technicians: z
        .record(z.string(), technician())
        .optional()
        .describe('Who travels to machines, by name. They are shared by the whole region.'),
    })
    .optional()
    .describe('Who helps when a machine fails.');

const servicesSection = () =>
  z
    .strictObject({
      'restock-every': number(P.services['restock-every']),
      'round-fails': estimate(P.services['round-fails']),
      'pharmacy-people': noDefaultEstimate(PHARMACY),
      'prescriber-people': noDefaultEstimate(PRESCRIBER),
      'dose-time': estimate(P.services['dose-time']),
      'fault-time': estimate(P.services['fault-time']),
      'round-time': estimate(P.services['round-time']),
    })
    .optional()
    .describe('Restocking, pharmacies, prescribers, and the time of staff.');

function buildSchema() {
  return z
    .strictObject({
      title: text(80).describe('What the region is called, in a few words.'),
      about: text(4000).optional().describe('What is planned, what it rests on, and what is weak in it.'),
      hypothetical: yesOrNo()
        .default(true)
        .describe('Yes where nothing of it exists, is planned or is wanted; shown wherever the region is. Left out: yes.'),
      credits: z.array(text(300)).default([]).describe('Who must be named wherever its places are shown, with their licences.'),
      year: whole('a year', 2000, 2100).describe('The year that is simulated; a study begins on its 1 January.'),
      days: whole('a number of days', 7, 3_660).default(365).describe('How long each simulated future is. Left out: 365.'),
      zone: reference('time zone').optional().describe('The IANA zone of places whose row has none, such as America/Toronto.'),
      people: z
        .strictObject({ each: estimate(PLACE_PARAMETERS.each) })
        .optional()
        .describe('How many people a `rate` in the list of places stands for.'),
      travel: travelSection(),
      demand: demandSection(),
      machine: machineSection(),
      support: supportSection(),
      services: servicesSection(),
      targets: z
        .strictObject({
          served: number(P.targets.served),
          reached: number(P.targets.reached),
          'mean-distance': noDefault(MEAN),
          confidence: number(P.targets.confidence),
        })
        .optional()
        .describe('What the plan shall hold.'),
      budget: z
        .strictObject({
          machines: whole('a number of machines', 1, 10_000).optional().describe('Most machines. Left out: no limit.'),
          'cost-a-year': noDefault(COST),
        })
        .optional()
        .describe('What the plan may use.'),
    })
    .describe('A region to be planned for; its places, links and candidate sites are lists in CSV files beside it.');
}
