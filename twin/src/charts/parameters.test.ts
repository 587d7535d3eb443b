import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PARAMETERS } from '../PARAMETERS.js';
import { isAssumption, type Parameter, type ParameterBlock, type ParameterUnit, parameterValues } from './parameters.js';

/** What a name's last word says of its unit; `''` for every other word: a plain number. */
const UNIT_OF_ENDING: Readonly<Record<string, ParameterUnit>> = {
  D: 'd',
  Km: 'km',
  Cad: 'CAD',
  Kmh: 'km/h',
  Ms: 'ms',
  Min: 'min',
  Share: 'share',
  Weight: 'share',
  Part: 'share',
  Mm: 'mm',
  Turn: 'turn',
  Rpm: 'rpm',
  Milliamp: 'mA',
  Millivolt: 'mV',
  Sigma: 'sigma',
};

const ALL = Object.entries(PARAMETERS).flatMap(([block, parameters]) =>
  Object.entries(parameters).map(([name, parameter]) => [`${block}.${name}`, parameter] as const),
);

const SPEC = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');

/** The parameters, by their names, of which something is not so. */
const offenders = (isRight: (name: string, parameter: Parameter) => boolean) =>
  ALL.filter(([name, parameter]) => !isRight(name, parameter)).map(([name]) => name);

describe('every parameter', () => {
  it('has its default within its range', () => {
    expect(ALL.length).toBeGreaterThan(100);
    expect(offenders((_, { value, min, max }) => min < max && value >= min && value <= max)).toEqual([]);
  });

  it('has the unit that its name ends in, and shares lie between 0 and 1', () => {
    const ending = (name: string) => /[A-Z][a-z]*$/.exec(name)?.[0] ?? '';
    expect(offenders((name, { unit }) => unit === (UNIT_OF_ENDING[ending(name)] ?? 'count'))).toEqual([]);
    expect(offenders((_, { unit, min, max }) => unit !== 'share' || (min >= 0 && max <= 1))).toEqual([]);
  });

  it('says what it is, and where it is from, to a stranger', () => {
    expect(offenders((_, { says }) => /^[a-z].{5,}[^.]$/.test(says))).toEqual([]);
    const wellSaid = /^(S\d+(, S\d+)*: .{8,}|assumption|(assumption|design): .{5,})$/;
    expect(offenders((_, { source }) => wellSaid.test(source) && !/fact|section|_/.test(source))).toEqual([]);
    expect(offenders((_, parameter) => isAssumption(parameter) === parameter.source.startsWith('assumption'))).toEqual([]);
  });

  it('cites sources that SPEC.md lists, and SPEC.md lists no others', () => {
    const cited = new Set(ALL.flatMap(([, { source }]) => source.match(/S\d+/g) ?? []));
    const listed = [...SPEC.matchAll(/^\| (S\d+) \|/gm)].map(([, number]) => number as string);
    expect(listed).toEqual([...cited].sort());
  });
});

describe('the values of a block', () => {
  const block = {
    waitMs: { value: 5, unit: 'ms', min: 1, max: 9, says: 'a wait', source: 'assumption' },
    most: { value: 2, unit: 'count', min: 0, max: 3, says: 'a limit', source: 'assumption' },
  } as const satisfies ParameterBlock;

  it('are the defaults, with each layer laid over them, the last winning', () => {
    const layers = [{ block: { waitMs: 6 } }, { block: { waitMs: 7 }, other: { waitMs: 1 } }, {}];
    expect(parameterValues('block', block, ...layers)).toEqual({ waitMs: 7, most: 2 });
  });

  it.each([
    [{ waits: 6 }, 'block has no parameter waits'],
    [{ waitMs: 10 }, 'block.waitMs is 10 ms; it must lie between 1 and 9'],
    [{ waitMs: 0 }, 'block.waitMs is 0 ms; it must lie between 1 and 9'],
    [{ most: Number.NaN }, 'block.most is NaN count; it must lie between 0 and 3'],
  ])('refuse %o', (values, message) => {
    expect(() => parameterValues('block', block, { block: values })).toThrow(message);
  });
});
