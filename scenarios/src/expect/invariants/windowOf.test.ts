import { epochOf } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import type { PersonFacts } from '../ExpectationContext.js';
import { windowOf } from './windowOf.js';

const ZONE = 'America/Halifax';
/** In Halifax clocks went from 02:00 to 03:00 on 13 March 2022, and from 02:00 to 01:00 on 6 November. */
const SPRING = { year: 2022, month: 3, day: 13 };
const AUTUMN = { year: 2022, month: 11, day: 6 };
const MIN = 60_000_000;
const facts = (fromMin: number, toMin: number, graceMin = { early: 0, late: 0 }) =>
  ({ windows: [{ fromMin, toMin }], graceMin, zone: ZONE }) as unknown as PersonFacts;
const isIn = (person: PersonFacts, at_us: number) => windowOf(person, at_us) !== null;

describe('the window that holds an instant', () => {
  const two_us = epochOf(ZONE, SPRING, 120);

  it('within the hour that clocks leave out opens after it, as long as it was to last', () => {
    const person = facts(130, 170);
    expect([-1, 9, 10, 49, 50].map((minute) => isIn(person, two_us + minute * MIN))).toEqual([false, false, true, true, false]);
  });

  it('that ended before that hour has a grace in minutes that pass, not in those that clocks show', () => {
    const person = facts(60, 120, { early: 0, late: 30 });
    expect([-1, 0, 29, 30].map((minute) => isIn(person, two_us + minute * MIN))).toEqual([true, true, true, false]);
  });

  it('that begins after that hour may be had early by minutes that pass', () => {
    const person = facts(180, 240, { early: 30, late: 0 });
    expect([-31, -30, -1, 0].map((minute) => isIn(person, two_us + minute * MIN))).toEqual([false, true, true, true]);
  });

  it('that holds the hour which clocks show twice holds it both times', () => {
    const one_us = epochOf(ZONE, AUTUMN, 60);
    expect([-1, 0, 60, 119, 120].map((minute) => isIn(facts(60, 120), one_us + minute * MIN))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('over midnight opened the day before, and an open one goes before one that is in its grace', () => {
    const day = Math.floor(epochOf('UTC', SPRING) / (1440 * MIN));
    expect(windowOf(facts(1380, 60), epochOf(ZONE, SPRING, 30))).toEqual({ openedOn: day - 1 });
    const both = {
      ...facts(0, 0),
      windows: [
        { fromMin: 1320, toMin: 1440 },
        { fromMin: 0, toMin: 60 },
      ],
      graceMin: { early: 0, late: 60 },
    };
    expect(windowOf(both, epochOf(ZONE, SPRING, 30))).toEqual({ openedOn: day });
  });
});
