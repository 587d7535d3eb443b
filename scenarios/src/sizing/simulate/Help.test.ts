import { describe, expect, it } from 'vitest';
import { ALWAYS, fixed, oneEach, smallRegion, WEEKDAYS_9_TO_17 } from '../../../test/smallRegion.js';
import type { Region } from '../region/Region.js';
import { Crew } from './Crew.js';
import { compilePlan } from './compilePlan.js';
import { future } from './future.js';
import { Help } from './Help.js';

/** Two places 80 km of an hour apart, a machine in each, nobody with a key; the technician lives in the first. */
function modelOf(change: (region: Region) => Region) {
  const region = smallRegion({
    ...{ places: 2, peopleEach: 1, days: 70 },
    change: (one) =>
      change({
        ...one,
        links: [{ a: 'p0', b: 'p1', mode: 'road', km: 80, hours: 1, source: 'assumption' }],
        candidates: one.candidates.map((site) => ({ ...site, keyOnSite: fixed(0) })),
        services: { ...one.services, roundFails: fixed(0) },
        support: { ...one.support, clearMinutes: fixed(30), noticeMinutes: fixed(90) },
      }),
  });
  return compilePlan(region, oneEach(2), future(region, 3, 0));
}
const helpOf = (model: ReturnType<typeof modelOf>) => new Help(model, new Crew(model));
/** 1 January 2026 is a Thursday. */
const THURSDAY_10 = 600;

describe('help with a machine', () => {
  it('[Z18] is noticed after so many open minutes on average, and answered in the hours of the desk by its own clock', () => {
    const help = helpOf(modelOf((one) => one));
    const waits = Array.from({ length: 4_000 }, (_, ticket) => help.noticed(0, ticket, THURSDAY_10) - THURSDAY_10);
    // Exponential: the deviation is the mean, of 4,000 of them 1.4.
    expect(Math.abs(waits.reduce((sum, wait) => sum + wait, 0) / waits.length - 90)).toBeLessThan(6);
    expect(waits.filter((wait) => wait < 62).length / waits.length).toBeCloseTo(0.5, 1);
    // The desk in Halifax, an hour ahead, answers from 8:30 to 16:30 there, on weekdays.
    expect(help.deskAnswers(0, THURSDAY_10)).toBe(THURSDAY_10);
    expect(help.deskAnswers(0, 1_440 + 16 * 60)).toBe(4 * 1_440 + 450);
  });

  it('[Z18] comes from somebody with a key, else the technician, who is shared, goes home between two, and keeps to their hours', () => {
    const withKey = helpOf(
      modelOf((one) => ({ ...one, candidates: one.candidates.map((site) => ({ ...site, keyOnSite: fixed(1) })) })),
    );
    expect(withKey.comes(0, 1, THURSDAY_10, false)).toMatchObject({ who: 'key-holder', arrives: THURSDAY_10, km: 0 });
    const help = helpOf(modelOf((one) => one));
    expect(help.comes(1, 1, THURSDAY_10, false)).toEqual({ who: 'technician', setsOff: 600, arrives: 660, waited: 0, km: 160 });
    // An hour there, half an hour of work, an hour home: free again at 12:30, for whoever asked at 10:10.
    expect(help.comes(0, 1, THURSDAY_10 + 10, false)).toMatchObject({ setsOff: 750, arrives: 750, waited: 140, km: 0 });
    // Asked on Friday after 17 h: on Monday at 9 h.
    expect(help.comes(1, 2, 1_440 + 17 * 60, false)).toMatchObject({ setsOff: 4 * 1_440 + 540, arrives: 4 * 1_440 + 600 });
  });

  it('[Z18] comes from the nearest technician who is free, and where nobody can come, with the next round', () => {
    const two = (one: Region): Region['support'] => ({
      ...one.support,
      technicians: [
        { id: 'far', place: 'p0', week: ALWAYS },
        { id: 'near', place: 'p1', week: WEEKDAYS_9_TO_17 },
      ],
    });
    const help = helpOf(modelOf((one) => ({ ...one, support: two(one) })));
    expect(help.comes(1, 1, THURSDAY_10, false)).toMatchObject({ arrives: THURSDAY_10, km: 0 });
    expect(help.comes(1, 2, THURSDAY_10 + 1, false)).toMatchObject({ arrives: THURSDAY_10 + 30, waited: 29, km: 0 });
    const nobody = modelOf((one) => ({ ...one, support: { ...one.support, technicians: [] } }));
    const { who, arrives } = helpOf(nobody).comes(0, 1, 14 * 1_440, false);
    expect(who).toBe('whoever-restocks');
    expect((arrives / 1_440 - (nobody.firstRound[0] as number)) % 7).toBe(0);
    expect(arrives).toBeGreaterThan(14 * 1_440);
    expect(arrives).toBeLessThanOrEqual(21 * 1_440);
  });
});
