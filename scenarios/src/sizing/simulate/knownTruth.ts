import type { Candidate, Estimate, Region } from '../region/Region.js';
import { type KnownTruth, meanOf } from './coverage.js';
import type { Fidelity } from './simulate.js';

const ALWAYS: Candidate['week'] = Array.from({ length: 7 }, () => [[0, 1_440]] as const);
const PLACES = ['a', 'b', 'c', 'd'] as const;
const DAYS = 20;
const PEOPLE = 6;

/**
 * Four places far apart, each with a site and as many people; sites that may not open, people who come now and then, palms that are refused
 * and vends that jam, each jam being cleared before the next visit. Then what a study estimates is a product of means, since its beliefs are
 * drawn independently of each other.
 */
export function knownTruth(fidelity: Fidelity): KnownTruth {
  const region = knownRegion();
  const { comes } = region.demand;
  const { palmRefused, jam } = region.machine;
  const got = meanOf(comes) * (1 - meanOf(palmRefused)) * (1 - meanOf(jam));
  const opens = meanOf((region.candidates[0] as Candidate).opens);
  return {
    ...{ region, fidelity, plan: { sites: PLACES.map((id) => ({ candidate: `site-${id}`, machines: 1 })) } },
    measures: [
      {
        name: 'share of all people’s due doses that were got',
        truth: opens * got,
        of: ({ served }) => served / (PLACES.length * PEOPLE * DAYS),
      },
      { name: 'share of people within reach', truth: opens, of: ({ reached, people }) => reached / people },
      {
        name: 'cost in thousand dollars',
        truth: (opens * PLACES.length * meanOf((region.candidates[0] as Candidate).costPerYear) * DAYS) / 365 / 1_000,
        of: ({ cost }) => cost / 1_000,
      },
    ],
  };
}

function known(value: number): Estimate {
  return { low: value, likely: value, high: value, source: 'assumption' };
}

function about(low: number, likely: number, high: number): Estimate {
  return { low, likely, high, source: 'assumption' };
}

/** The region of the known truth, for studies that change one thing in it. */
export function knownRegion(): Region {
  return {
    ...{ id: 'known-truth', title: 'Known truth', about: '', credits: [], isHypothetical: true, days: DAYS, year: 2026 },
    places: PLACES.map((id, i) => {
      const at = { lat: 48, lon: -90 + 3 * i, zone: 'America/Toronto', population: 1_000 };
      return { id, name: id, ...at, people: known(PEOPLE), source: 'assumption' };
    }),
    links: [],
    candidates: PLACES.map((id) => ({
      ...{ id: `site-${id}`, name: id, place: id, setting: 'housing' as const, week: ALWAYS, room: 1, source: 'assumption' },
      ...{ opens: about(0.5, 0.8, 1), keyOnSite: known(1), costPerYear: about(20_000, 35_000, 60_000) },
    })),
    travel: { roadFactor: 1.3, roadKmPerHour: 80, winterKmPerHour: 65, willingKm: known(2), furthestKm: 10 },
    demand: { comes: about(0.6, 0.85, 0.95), dosesPerDay: 1, outOfHours: known(0), anyMachine: known(0) },
    machine: {
      ...{ people: PEOPLE, packages: 40, jam: about(0.01, 0.05, 0.15), jamStopsMachine: known(0) },
      ...{ failureEveryDays: known(1e9), partNeeded: known(0), partDays: known(0), palmRefused: about(0, 0.01, 0.05) },
    },
    // Noticed, answered and cleared at once, day and night.
    support: {
      ...{ deskZone: 'America/Toronto', deskWeek: ALWAYS, remoteFix: known(1), remoteMinutes: known(0) },
      ...{ noticeMinutes: known(0), clearMinutes: known(0), technicians: [] },
    },
    services: {
      ...{ restockEveryDays: 7, roundFails: known(0) },
      ...{ minutesPerDose: known(2), minutesPerFault: known(30), minutesPerRound: known(45) },
    },
    targets: { served: 0.5, reached: 0.5, confidence: 0.8 },
    budget: {},
  };
}
