import { z } from 'zod';
import { Complaint } from '../../format/Complaint.js';
import { figure, type IssueParams, text } from '../../format/schema/scalar.js';
import { readParameter } from '../../format/units/readParameter.js';
import type { Estimate } from './Region.js';
import type { RegionParameter } from './regionParameters.js';

/** What an estimate's source is where its file gives the number and no source. */
export const STATED = 'stated in the region file';

/** One figure of a region, in its parameter's unit: `80 km/h`. */
export function figureOf(parameter: RegionParameter) {
  const { unit, min, max } = parameter;
  const example = written(parameter.likely, unit);
  const editor = { anyOf: [{ type: 'string' }, { type: 'number', minimum: min, maximum: max }], examples: [example] };
  return figure(editor, `a figure such as ${example}`, (given) =>
    readParameter(given, { value: parameter.likely, ...parameter }),
  );
}

/** A figure that may be drawn: one value, three in a list, or a block with `low`, `likely`, `high` and `source`. */
export function estimateOf(parameter: RegionParameter) {
  const one = figureOf(parameter);
  const block = z.strictObject({
    low: one.describe('The least that is believed.'),
    likely: one.describe('The most likely.'),
    high: one.describe('The most that is believed.'),
    source: text(200).optional().describe('Where it is from, or `assumption`.'),
  });
  return z
    .union([one, z.array(one).length(3), block])
    .transform((given, context): Estimate => {
      const estimate = estimateFrom(given as number | readonly number[] | z.output<typeof block>);
      const complaint = outOfOrder(estimate);
      if (complaint === null) return estimate;
      const params: IssueParams = { complaint, isOtherSort: false };
      context.addIssue({ code: 'custom', message: complaint.message, params: { ...params } });
      return z.NEVER;
    })
    .describe(`${describeParameter(parameter)} One value, [least, likely, most], or a block of low, likely, high and source.`);
}

function estimateFrom(
  given: number | readonly number[] | { low: number; likely: number; high: number; source?: string | undefined },
): Estimate {
  if (typeof given === 'number') return { low: given, likely: given, high: given, source: STATED };
  if ('low' in given) return { low: given.low, likely: given.likely, high: given.high, source: given.source ?? STATED };
  const [low = 0, likely = 0, high = 0] = given;
  return { low, likely, high, source: STATED };
}

/** Least, likely and most come in that order. */
export function outOfOrder({ low, likely, high }: Omit<Estimate, 'source'>): Complaint | null {
  if (low <= likely && likely <= high) return null;
  const found = `${low}, ${likely}, ${high}`;
  return Complaint.of(found, 'are out of order; write the least, then the likely, then the most', 'least, likely, most');
}

/** A parameter's own belief. */
export function defaultEstimate({ low, likely, high, source }: RegionParameter): Estimate {
  return { low, likely, high, source };
}

/** What it is, its range and what it is when left out, for editors and messages. */
export function describeParameter({ says, low, likely, high, unit, min, max, source }: RegionParameter): string {
  const value = low === high ? written(likely, unit) : `${written(low, unit)}, ${written(likely, unit)}, ${written(high, unit)}`;
  const range = `${written(min, unit)} to ${written(max, unit)}`;
  return `${says[0]?.toUpperCase()}${says.slice(1)}, ${range}. Left out: ${value} (${source}).`;
}

/** A value with its unit, as a file has it. */
export function written(value: number, unit: RegionParameter['unit']): string {
  if (unit === 'count') return String(value);
  return unit === 'share' ? `${Number((value * 100).toPrecision(12))} %` : `${value} ${unit}`;
}
