import { z } from 'zod';
import { OUTCOMES } from '../../measures/outcome/Outcomes.js';
import { expectation, fault } from './eventSchemas.js';
import { contact, people } from './peopleSchemas.js';
import { machine, type ParameterBlocks, parameters, site } from './placeSchemas.js';
import { prescriber, road } from './programmeSchemas.js';
import { dateTime, duration, reference, text, whole, word, yesOrNo } from './scalar.js';
import { update } from './serviceSchemas.js';

export const STUDY_IDS: readonly string[] = Array.from({ length: 30 }, (_, i) => `S${i + 1}`);
export const AUDIENCES = ['engineer', 'planner', 'trainer'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The schema for a set of parameter blocks, built once: building it costs more than reading a scenario does. */
export function scenarioSchema(blocks: ParameterBlocks): ReturnType<typeof buildSchema> {
  const known = schemas.get(blocks) ?? buildSchema(blocks);
  schemas.set(blocks, known);
  return known;
}

const schemas = new WeakMap<ParameterBlocks, ReturnType<typeof buildSchema>>();

/** A scenario file, as it is written. Its output is in the twin's units; its input side is the JSON Schema that editors read. */
function buildSchema(blocks: ParameterBlocks) {
  return z
    .strictObject({
      title: text(80).describe('What it is called, in a few words.'),
      about: text(2000).optional().describe('What happens, why, and what is assumed: a few sentences for a reader.'),
      study: z
        .array(word('row of the study', STUDY_IDS))
        .default([])
        .describe('Rows of the study that it brings to life: S1 to S30.'),
      audience: z.array(word('audience', AUDIENCES)).default([]).describe('Whom it is for.'),
      'look-at': z
        .array(word('measure', Object.keys(OUTCOMES)))
        .default([])
        .describe(
          'Measures in which its effect shows, the plainest first: a comparison tells these before others. Left out: none.',
        ),
      check: yesOrNo()
        .default(false)
        .describe('Yes for a check of the bench itself, which shows nothing of a real day and is for no audience.'),
      imported: yesOrNo()
        .default(false)
        .describe(
          "Yes for what `dosetwin import` made of a site's own lists: reports then say so, and leave out the hours of staff.",
        ),
      start: dateTime().describe('When it begins, by the clocks of the place, such as 2021-09-14T12:00.'),
      zone: reference('time zone').optional().describe('The IANA time zone of `start`; left out: that of the first site.'),
      length: duration().describe('How long it lasts: 6 h, 1 d, 90 min.'),
      seed: whole('a seed', 0, Number.MAX_SAFE_INTEGER).describe(
        'The number that all chance is drawn from; another seed gives another day.',
      ),
      sites: named(site()).describe('The places, by name: harbour-house.'),
      machines: named(machine(blocks)).describe('The dispensers, by name: harbour-house-1.'),
      people: named(people()).describe('Who comes: one person under a pseudonym (P19), or a group under a name, with a count.'),
      contacts: named(contact()).default({}).describe('Who may be asked for help, by name.'),
      prescribers: named(prescriber()).default({}).describe('Who assesses people and prescribes, by name.'),
      roads: z
        .array(road())
        .default([])
        .describe('Roads between sites; left out: as the crow flies between their places, times `travel.roadFactor`.'),
      parameters: parameters(blocks)
        .default({})
        .describe('Figures of the model, by block and name, with units: those left out have their defaults.'),
      updates: named(update()).default({}).describe('Software updates that are offered to machines, by name.'),
      faults: z.array(fault()).default([]).describe('What goes wrong, at times or by chance.'),
      expectations: z.array(expectation()).default([]).describe('What must never happen, what it shows, and goals of service.'),
      assumptions: z
        .array(assumption())
        .default([])
        .describe('What it rests on and nobody has measured, each with the least and the most that is plausible.'),
      variants: named(variant()).default({}).describe('The same scenario with changes; run as NAME:VARIANT.'),
    })
    .describe(
      'A scenario is a block of keys: title, start, length, seed, sites, machines, people and more; the library has whole ones.',
    );
}

const variant = () =>
  z.strictObject({
    title: text(80).describe('What the variant is called.'),
    about: text(2000).optional().describe('What is different, and why.'),
    change: z
      .record(z.string(), z.unknown())
      .describe('Laid over the scenario: keys are merged, lists and values replaced, and `~` takes a key away.'),
  });

const assumption = () =>
  z.strictObject({
    says: text(200).describe('What is assumed, in a few words.'),
    set: text(200).describe('Where it stands in this file, with dots: people.residents.attendance.'),
    low: written().describe('The least that is plausible, as it would be written there.'),
    high: written().describe('The most that is plausible.'),
  });

/** A value as a file writes it; what it means is known where it is laid over the scenario. */
const written = () => {
  const value = z.union([z.string(), z.number(), z.boolean()]);
  return z.union([value, z.array(value)]);
};

const named = <T extends z.ZodType>(schema: T) => z.record(z.string(), schema);

/** A scenario file as read: durations in microseconds, times as written, names not yet looked up. */
export type ScenarioFile = z.output<ReturnType<typeof buildSchema>>;
