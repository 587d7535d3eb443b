import { type ContactSpec, epochOf, RandomStream, type TraceEntry, World, type WorldSpec } from '@dosetwin/twin';
import { expect, it } from 'vitest';
import { libraryScenario } from '../../../test/libraryScenario.js';
import { ALWAYS, fixed, oneEach, smallRegion, WEEKDAYS_9_TO_17 } from '../../../test/smallRegion.js';
import { compilePlan } from './compilePlan.js';
import { future } from './future.js';
import { simulate } from './simulate.js';

const PEOPLE = 24;
const DAYS = 11;
const COMES = 0.85;
const JAM = 0.06;
const TRAVEL_MIN = 60;
const ZONE = 'America/Toronto';
const US_PER_MIN = 60_000_000;

/** Mean and standard error of one figure a run. */
function estimateOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

/** One machine whose cartridges jam, and a technician an hour away who works on weekdays, on whole charts with all their parts. */
function worldOf(seed: number): WorldSpec {
  const { spec } = libraryScenario('routine-day');
  const [site, machine, person] = [spec.sites[0], spec.machines[0], spec.people[0]];
  const like = spec.contacts.find(({ role }) => role === 'nurse');
  if (!site || !machine || !person || !like) throw new Error('routine-day lacks a site, a machine, a person or a nurse');
  const shift = [{ fromMin: 540, toMin: 1_020 }];
  const days = { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: [], sun: [] };
  const travel = [TRAVEL_MIN, TRAVEL_MIN, TRAVEL_MIN] as const;
  const technician: ContactSpec = {
    ...{ ...like, id: 'technician', role: 'technician', zone: ZONE, province: 'ON', hours: { days, holidays: null } },
    ...{ busy: [], travelMin: travel, hasKey: true },
  };
  return {
    ...spec,
    epoch_us: epochOf(ZONE, { year: 2026, month: 1, day: 1 }, 0),
    length_us: DAYS * 1_440 * US_PER_MIN,
    sites: [{ ...site, zone: ZONE, province: 'ON', chain: ['technician'] }],
    machines: [{ ...machine, cartridges: PEOPLE, loaded: Array.from({ length: PEOPLE }, () => 14), parameters: {} }],
    people: Array.from({ length: PEOPLE }, (_, p) => ({
      ...person,
      ...{ id: `P${p}`, machine: machine.id, cartridge: p + 1, windows: [{ fromMin: 0, toMin: 1_440 }], falseNonMatchRate: 0 },
      ...{ minIntervalMin: 0, dailyCap: 4, arrival: { kind: 'instants' as const, at_us: arrivals(seed, p) } },
    })),
    contacts: [technician],
    parameters: {
      mechanism: {
        ...{ jamShare: JAM, stallWeight: 0, hangUpWeight: 0, misalignmentWeight: 1, doubleFeedWeight: 0, chuteDoorWeight: 0 },
        falseDropShare: 0,
      },
      reader: { failureToAcquireShare: 0 },
      people: { helpPatienceMedianMin: 1, helpPatienceSigma: 0 },
      support: { personTellsMin: 0, callLeastMin: 0, callLikelyMin: 0, callMostMin: 0, mendMeanMin: 0 },
      contact: { getsReadyMs: 0 },
      ticket: {
        ...{
          askAgainMs: 60_000,
          openDoorMs: 1_000,
          freeMs: 1_000,
          countMs: 1_000,
          tidyMs: 0,
          closeDoorMs: 1_000,
          signOffMs: 1_000,
        },
      },
    },
  };
}

/** Once a day from 8 to 20 h, or not at all. */
function arrivals(seed: number, person: number): number[] {
  const stream = new RandomStream(seed, `P${person}`, 'comes');
  const days = Array.from({ length: DAYS }, (_, day) => ({
    comes: stream.chance(COMES),
    minute: stream.between(480, 1_200),
    day,
  }));
  return days.filter(({ comes }) => comes).map(({ day, minute }) => Math.round((day * 1_440 + minute) * US_PER_MIN));
}

function runWorld(seed: number) {
  const failed = new Map<unknown, number>();
  const counts = { served: 0, jams: 0, clearing: 0 };
  const onEntry = ({ t_us, kind, payload }: TraceEntry) => {
    if (kind === 'dose-taken') counts.served += 1;
    else if (kind === 'jam') {
      counts.jams += 1;
      failed.set(payload.cartridge, t_us);
    } else if (kind === 'cleared') {
      counts.clearing += (t_us - (failed.get(payload.cartridge) ?? t_us)) / US_PER_MIN;
      failed.delete(payload.cartridge);
    }
  };
  const kinds = new Set(['dose-taken', 'jam', 'cleared']);
  const spec = worldOf(seed);
  const world = new World(spec, { seed, wants: (_, kind) => kinds.has(kind), onEntry });
  world.start();
  world.runUntil(spec.length_us);
  for (const at of failed.values()) counts.clearing += (spec.length_us - at) / US_PER_MIN;
  return { served: counts.served / (PEOPLE * DAYS), clearing: counts.clearing / Math.max(1, counts.jams) };
}

function runSizing(index: number) {
  const km = 80;
  const region = smallRegion({
    places: 2,
    peopleEach: PEOPLE,
    days: DAYS,
    change: (one) => ({
      ...one,
      places: one.places.map((place, i) => (i === 1 ? { ...place, people: fixed(0) } : place)),
      links: [{ a: 'p0', b: 'p1', mode: 'road', km, hours: TRAVEL_MIN / 60, source: 'assumption' }],
      candidates: one.candidates.map((site) => ({ ...site, keyOnSite: fixed(0) })),
      demand: { ...one.demand, comes: fixed(COMES), outOfHours: fixed(0) },
      machine: {
        ...{ ...one.machine, jam: fixed(JAM), jamStopsMachine: fixed(0), failureEveryDays: fixed(1e9), palmRefused: fixed(0) },
      },
      support: {
        ...{ ...one.support, deskWeek: ALWAYS, remoteFix: fixed(0), remoteMinutes: fixed(0), noticeMinutes: fixed(0) },
        ...{ clearMinutes: fixed(0), technicians: [{ id: 'technician', place: 'p1', week: WEEKDAYS_9_TO_17 }] },
      },
      services: { ...one.services, restockEveryDays: 28 },
    }),
  });
  const totals = simulate(compilePlan(region, oneEach(1), future(region, 9, index)), 'visits');
  return { served: totals.served / totals.due, clearing: totals.clearing_min / Math.max(1, totals.faults) };
}

it('[Z10] visit by visit agrees with the full twin where both mean the same: doses got, and the time until a jam is cleared', () => {
  const full = Array.from({ length: 24 }, (_, seed) => runWorld(seed + 1));
  const sizing = Array.from({ length: 300 }, (_, index) => runSizing(index));
  for (const figure of ['served', 'clearing'] as const) {
    const [a, b] = [full, sizing].map((runs) => estimateOf(runs.map((run) => run[figure])));
    if (!a || !b) throw new Error('nothing ran');
    const error = Math.sqrt(a.error * a.error + b.error * b.error);
    expect(Math.abs(a.mean - b.mean), `${figure}: ${a.mean} ± ${a.error} and ${b.mean} ± ${b.error}`).toBeLessThan(3 * error);
    expect(error / b.mean).toBeLessThan(0.1);
  }
}, 300_000);
