import { MOST_CARTRIDGES, mechanismParameters, type ParameterBlock, provinces } from '@dosetwin/twin';
import { z } from 'zod';
import { kindOfUnit } from '../units/quantity.js';
import { readParameter } from '../units/readParameter.js';
import { hours } from './hoursSchema.js';
import { identityKeys, settingKeys } from './programmeSchemas.js';
import { figure, reference, whole, word } from './scalar.js';
import { careKeys, guard, restock } from './serviceSchemas.js';

const { value: CAPACITY, max: MOST_PACKAGES } = mechanismParameters.lanePackages;

export type ParameterBlocks = Readonly<Record<string, ParameterBlock>>;

export const site = () =>
  z.strictObject({
    zone: reference('time zone').describe('IANA time zone of the place, such as America/Vancouver.'),
    province: word('province', provinces).describe('Two letters, for public holidays.'),
    setting: word('setting', ['housing', 'community', 'pharmacy']).describe('What kind of place it is.'),
    hours: hours().describe('When people can reach the machine: `always`, or hours by day of the week.'),
    staff: hours()
      .optional()
      .describe("When the site's own staff are there to notice a fault and to countersign; left out: whenever the site is open."),
    chain: z
      .array(reference('contact'))
      .default([])
      .describe('Contacts who are asked, in this order, when the machine needs a person.'),
    'override-by': z
      .array(reference('contact'))
      .default([])
      .describe(
        "Who may let somebody through whose palm is not recognised: contacts, or `staff` for the site's own while there. Two different ones must sign. Left out: nobody.",
      ),
    ...settingKeys(),
    ...careKeys(),
  });

export const machine = (blocks: ParameterBlocks) =>
  z.strictObject({
    site: reference('site').describe('The site where it stands.'),
    cartridges: whole('a number of cartridges', 1, MOST_CARTRIDGES)
      .default(MOST_CARTRIDGES)
      .describe('How many cartridges are fitted; left out: 48.'),
    loaded: z
      .union([
        whole('a number of packages', 0, MOST_PACKAGES),
        z.record(z.string().regex(/^(each|[1-9]|[1-3]\d|4[0-8])$/), whole('a number of packages', 0, MOST_PACKAGES)),
      ])
      .default(CAPACITY)
      .describe(
        `Packages at the start: a number for every cartridge, or \`{ each: ${CAPACITY}, 19: 3 }\` by cartridge. Left out: ${CAPACITY}.`,
      ),
    'clock-rules': word('set of clock rules', ['current', 'before-2026'])
      .default('current')
      .describe(
        'By which rules its clock changes: `before-2026` for a machine that never heard of the provinces that stopped changing clocks. Left out: current.',
      ),
    restock: restock().optional().describe('Who brings packages, and when. Left out: nobody.'),
    guard: guard().optional().describe('What stops it until a person confirms. Left out: nothing but what stands open.'),
    ...identityKeys(),
    parameters: parameters(blocks)
      .optional()
      .describe('Figures of the model for this machine alone, by block and name, with units.'),
  });

/** Everything in `parameters:`; each figure is read in any unit of its kind and checked against its range. */
export function parameters(blocks: ParameterBlocks) {
  const shape = Object.entries(blocks).map(([name, block]) => [name, parameterBlock(block).optional()] as const);
  return z.strictObject(Object.fromEntries(shape) as Record<string, z.ZodOptional<ReturnType<typeof parameterBlock>>>);
}

function parameterBlock(block: ParameterBlock) {
  const shape = Object.entries(block).map(([name, parameter]) => {
    const unit = parameter.unit === 'count' || parameter.unit === 'sigma' ? '' : ` ${parameter.unit}`;
    const range = `${parameter.min} to ${parameter.max}${unit}`;
    const kind = kindOfUnit(parameter.unit);
    const editor =
      parameter.unit === 'yes/no'
        ? { enum: ['yes', 'no', true, false] }
        : kind === null
          ? { type: 'number', minimum: parameter.min, maximum: parameter.max }
          : {
              type: kind === 'share' ? ['string', 'number'] : 'string',
              examples: [`${parameter.value}${unit}`.replace(' share', '')],
            };
    const schema = figure(editor, `a value from ${range}`, (written) => readParameter(written, parameter));
    const description = `${parameter.says} (${range}; left out: ${parameter.value}${unit}; ${parameter.source})`;
    return [name, schema.optional().describe(description)] as const;
  });
  return z.strictObject(Object.fromEntries(shape) as Record<string, z.ZodOptional<ReturnType<typeof figure>>>);
}
