import { FAULT_CAUSES, MOST_CARTRIDGES } from '@dosetwin/twin';
import { z } from 'zod';
import { Complaint, quote } from '../Complaint.js';
import {
  EVENT_WORDS,
  type EventWord,
  NEVER_WORDS,
  type NeverWord,
  TARGET_POPULATIONS,
  TARGET_WORDS,
  type TargetPopulation,
} from '../expectationWords.js';
import { duration, figure, moment, reference, share, whole, word } from './scalar.js';

/** Causes that befall a machine: those of the mechanism, and those from around it. */
export const MACHINE_CAUSES = [...FAULT_CAUSES, 'network', 'power-cut', 'controller-reset', 'tamper', 'video'] as const;
const OF_WHOLE_MACHINE: readonly string[] = ['blind-beam', 'blocked-chute-door'];

/** Whether a cause of the mechanism befalls the machine as a whole: its cartridge then says nothing. */
export function befallsWholeMachine(cause: string): boolean {
  return OF_WHOLE_MACHINE.includes(cause);
}

/** Causes that a scenario may name: those of the machine, and of its people. */
export const CAUSES = [...MACHINE_CAUSES, 'cold-hands'] as const;

export const fault = () =>
  z.strictObject({
    at: moment().optional().describe('When, in the local time of the place: 14:05, 2021-09-14T14:05 or +2 h after the start.'),
    chance: share()
      .optional()
      .describe('Instead of `at`: with what chance it happens at all, at an even chance within `between`.'),
    every: duration()
      .optional()
      .describe('Instead of `at`: again and again, this long apart on average, at exponential intervals.'),
    between: z
      .array(moment())
      .length(2)
      .optional()
      .describe('With `chance` or `every`: from when to when, [13:00, 15:00]. Left out: the whole scenario.'),
    machine: reference('machine').optional().describe('The machine that it befalls; for cold-hands, name a person instead.'),
    cartridge: whole('a cartridge', 1, MOST_CARTRIDGES)
      .optional()
      .describe('The cartridge that it befalls. With `chance` or `every` it may be left out: any cartridge, evenly.'),
    person: reference('person').optional().describe('For cold-hands: whose.'),
    cause: word('cause', CAUSES).describe(
      'What goes wrong. A cause of the mechanism takes hold at the next motion of the cartridge.',
    ),
    for: duration()
      .optional()
      .describe(
        'How long a network fault, a power cut, a tamper alarm, a loss of video or cold hands last; left out: to the end.',
      ),
    lasts: z
      .strictObject({
        median: duration().describe('Half of them last longer: 40 min.'),
        sigma: figure({ type: 'number', minimum: 0, maximum: 3 }, 'a number from 0 to 3', (written) =>
          typeof written === 'number' && written >= 0 && written <= 3
            ? written
            : Complaint.of(quote(written), 'is no spread; write a number from 0 to 3, such as 0.8', 'a number from 0 to 3'),
        ).describe('Spread of the logarithm; with 0.8, one in twenty lasts nearly four times the median.'),
      })
      .optional()
      .describe('Instead of `for`: each lasts otherwise, by chance (lognormal): { median: 40 min, sigma: 0.8 }.'),
  });

const words = <W extends string>(table: Readonly<Record<W, string>>) => Object.keys(table) as W[];
const glossary = (table: Readonly<Record<string, string>>) =>
  Object.entries(table)
    .map(([key, says]) => `${key}: ${says}`)
    .join('; ');

const event = () => word<EventWord>('event', words(EVENT_WORDS));
const place = () => reference('machine or site').optional().describe('A machine or a site; left out: anywhere.');

export const expectation = () =>
  z
    .strictObject({
      never: word<NeverWord>('word for never', words(NEVER_WORDS))
        .optional()
        .describe(`Must not happen. ${glossary(NEVER_WORDS)}.`),
      shows: z
        .strictObject({
          after: event().describe(`From the first time of this. ${glossary(EVENT_WORDS)}.`),
          at: place(),
          within: duration().describe('How soon.'),
          see: event().describe('What is seen then; the same words as `after`.'),
          by: reference('contact or role').optional().describe('Who does it: key-holder, a contact, or a role.'),
        })
        .optional()
        .describe('What this scenario is there to show.'),
      target: z
        .strictObject({
          of: word<TargetPopulation>('population', words(TARGET_POPULATIONS)).describe(
            `Of whom. ${glossary(TARGET_POPULATIONS)}.`,
          ),
          see: word('thing to see', TARGET_WORDS).describe('What should be seen.'),
          within: duration().describe('How soon.'),
          'at-least': share().describe('Of how many at least: 95 %.'),
        })
        .optional()
        .describe('A goal of service: met or missed, and no failure of the scenario.'),
    })
    .meta({ minProperties: 1, maxProperties: 1 });
