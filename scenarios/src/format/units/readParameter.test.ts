import type { Parameter, ParameterUnit } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { Complaint } from '../Complaint.js';
import { readParameter } from './readParameter.js';

const parameter = (unit: ParameterUnit, min = 0, max = 1e9): Parameter => ({
  value: 1,
  unit,
  min,
  max,
  says: 'it',
  source: 'assumption',
});

describe('a figure', () => {
  it.each<[ParameterUnit, unknown, number]>([
    ['ms', '45 s', 45_000],
    ['ms', '1 h 30 min', 5_400_000],
    ['min', '90 s', 1.5],
    ['us', '250 ms', 250_000],
    ['d', '36 h', 1.5],
    ['mm', '3 cm', 30],
    ['km', '250 m', 0.25],
    ['km/h', '10 m/s', 36],
    ['mA', '1.2 A', 1_200],
    ['mV', '12 V', 12_000],
    ['share', '85 %', 0.85],
    ['share', 0.85, 0.85],
    ['share', '8e-7', 8e-7],
    ['turn', '180 deg', 0.5],
    ['rpm', '0.5 turn/s', 30],
    ['degC', '4 °C', 4],
    ['count', 3, 3],
    ['sigma', 0.8, 0.8],
    ['yes/no', 'yes', 1],
    ['yes/no', false, 0],
  ])('in %s reads %s as %d', (unit, written, value) => {
    expect(readParameter(written, parameter(unit))).toBe(value);
  });

  it.each<[ParameterUnit, unknown, RegExp]>([
    ['ms', '3 mm', /^'3 mm' is a length, and here stands a length of time/],
    ['mA', '450', /^'450' has no unit; write a current such as 450 mA/],
    ['mA', '450 ma', /did you mean mA\?/],
    ['count', '3 s', /^'3 s' is not a plain number; this figure has no unit/],
    ['yes/no', 1, /^1 is neither yes nor no/],
    ['km/h', '80 km', /^'80 km' is a length, and here stands a speed/],
    ['ms', '1 h x', /is no length of time/],
    ['ms', '1 h 1 h', /units out of order/],
    ['ms', null, /^null is no length of time/],
  ])('in %s refuses %s', (unit, written, message) => {
    const refused = readParameter(written, parameter(unit));
    expect(refused).toBeInstanceOf(Complaint);
    expect((refused as Complaint).message).toMatch(message);
  });

  it('outside its range is refused in its own unit', () => {
    const refused = readParameter('2 min', parameter('s', 1, 60));
    expect((refused as Complaint).message).toBe("'2 min' (120 s) is out of range: it may be 1 to 60 s");
    expect(readParameter('60 s', parameter('s', 1, 60))).toBe(60);
  });

  it('a plain number that can only be meant as a percentage is said to be one', () => {
    const refused = (written: number) => (readParameter(written, parameter('share', 0, 1)) as Complaint).message;
    expect(refused(10)).toBe('10 is out of range: it may be 0 to 1; did you mean 10 %?');
    expect(refused(1000)).toBe('1000 is out of range: it may be 0 to 1');
  });
});
