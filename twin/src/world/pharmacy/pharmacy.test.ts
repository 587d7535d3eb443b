import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '../../kernel/trace.js';
import type { MachineSpec, PersonSpec, SiteSpec, WorldSpec } from '../../spec/WorldSpec.js';
import { ALWAYS, HOUR, hoursOf, MIN, nurse, person, site } from '../test/afternoon.js';
import { quiet } from '../test/WorldBench.js';
import { World } from '../World.js';

const US_PER_S = 1_000_000;
const PHARMACY: SiteSpec = {
  ...site,
  id: 'quay',
  setting: 'pharmacy',
  hours: hoursOf(720, 960, 'daily', 'open'),
  chain: [],
  overrideBy: [],
  pharmacist: 'pharmacist',
};
const PHARMACIST = {
  ...nurse,
  id: 'pharmacist',
  role: 'pharmacist' as const,
  hours: ALWAYS,
  busy: [],
  travelMin: [10, 10, 10] as const,
};
/** Ten minutes for each person, and a minute to note them down. */
const FIGURES = {
  pharmacy: { handOverLeastMin: 10, handOverLikelyMin: 10, handOverMostMin: 10 },
  people: { linePatienceMedianMin: 600, linePatienceSigma: 0 },
};
const [MACHINE] = quiet.machines as [MachineSpec];

function world(people: readonly PersonSpec[], change: Partial<WorldSpec> = {}): WorldSpec {
  const house: SiteSpec = { ...site, hours: ALWAYS, staff: ALWAYS, chain: [], overrideBy: [] };
  return {
    ...quiet,
    sites: [house, PHARMACY],
    people,
    contacts: [PHARMACIST],
    parameters: { ...quiet.parameters, ...FIGURES },
    ...change,
  };
}

/** Somebody at the counter who comes at these minutes after noon. */
function customer(id: string, cartridge: number, ...minutes: readonly number[]): PersonSpec {
  return person(id, cartridge, { counter: 'quay', arrival: { kind: 'instants', at_us: minutes.map((min) => min * MIN) } });
}

function entriesOf(spec: WorldSpec, until_us = 24 * HOUR): TraceEntry[] {
  const entries: TraceEntry[] = [];
  const made = new World(spec, { seed: 7, onEntry: (entry) => entries.push(entry) });
  made.start();
  made.runUntil(until_us);
  return entries;
}

const told = (entries: readonly TraceEntry[], kind: string, key: string) =>
  entries
    .filter((entry) => entry.kind === kind)
    .map(({ t_us, source, payload }) => [Math.floor(t_us / MIN), payload[key] ?? source]);

describe('[V12] a counter', () => {
  it('serves one person after the other, first come first served, without a palm', () => {
    const entries = entriesOf(world([customer('P1', 1, 60), customer('P2', 2, 61), customer('P3', 3, 62)]));
    expect(told(entries, 'handed-over', 'person')).toEqual([
      [70, 'P1'],
      [81, 'P2'],
      [92, 'P3'],
    ]);
    expect(entries.filter(({ kind }) => kind === 'served').map(({ source }) => source)).toEqual(['P1', 'P2', 'P3']);
    expect(entries.filter(({ kind }) => kind === 'presented' || kind === 'attempt')).toEqual([]);
  });

  it('sends the line home as it closes, and serves to the end whoever is being served', () => {
    const entries = entriesOf(world([customer('P1', 1, 235), customer('P2', 2, 236), customer('P3', 3, 250)]));
    expect(told(entries, 'handed-over', 'person')).toEqual([[245, 'P1']]);
    expect(told(entries, 'left-without', 'cause')).toEqual([
      [240, 'site-closed'],
      [250, 'site-closed'],
    ]);
  });

  it('is shut while its pharmacist is busy, and opens again after', () => {
    const busy = [{ from_us: 50 * MIN, to_us: 80 * MIN, reason: 'busy' }];
    const spec = world([customer('P1', 1, 60), customer('P2', 2, 90)], { contacts: [{ ...PHARMACIST, busy }] });
    const entries = entriesOf(spec);
    expect(told(entries, 'left-without', 'cause')).toEqual([[60, 'site-closed']]);
    expect(told(entries, 'handed-over', 'person')).toEqual([[100, 'P2']]);
  });

  it('calls the next when somebody lost patience in the instant in which they were called', () => {
    const figures = { ...FIGURES, people: { linePatienceMedianMin: 10, linePatienceSigma: 0 } };
    const people = [customer('P1', 1, 60), customer('P2', 2, 61), customer('P3', 3, 62)];
    const entries = entriesOf(world(people, { parameters: { ...quiet.parameters, ...figures, counter: { notesMs: 0 } } }));
    expect(entries.filter(({ kind }) => kind === 'left-without').length).toBeGreaterThan(0);
    const late = entriesOf(world([...people, customer('P4', 4, 120)], { parameters: { ...quiet.parameters, ...figures } }));
    expect(told(late, 'handed-over', 'person').at(-1)).toEqual([130, 'P4']);
  });

  it('[K7] goes on from a checkpoint', () => {
    const spec = world([customer('P1', 1, 60), customer('P2', 2, 61), customer('P3', 3, 62)]);
    const whole = entriesOf(spec);
    const first = new World(spec, { seed: 7 });
    first.start();
    first.runUntil(75 * MIN);
    const rest: TraceEntry[] = [];
    const second = new World(spec, { seed: 7, onEntry: (entry) => rest.push(entry) });
    second.restore(first.checkpoint());
    second.runUntil(24 * HOUR);
    expect(rest).toEqual(whole.filter(({ t_us }) => t_us > 75 * MIN));
  });
});

describe('[V13] the books of a pharmacy', () => {
  const paid = (entries: readonly TraceEntry[]) =>
    entries.filter(({ kind }) => kind === 'pharmacy-paid').map(({ payload }) => [payload.what, payload.paid_cents]);
  const worked = (entries: readonly TraceEntry[]) =>
    entries
      .filter(({ kind }) => kind === 'pharmacist-worked')
      .map(({ payload }) => [payload.at, Math.round(Number(payload.took_us) / US_PER_S)]);

  it('hold one fee a person and day at the counter, and the time of each', () => {
    const entries = entriesOf(world([customer('P1', 1, 60, 120)]));
    expect(told(entries, 'handed-over', 'person')).toHaveLength(2);
    expect(paid(entries)).toEqual([['handed-over', 1_000]]);
    expect(worked(entries)).toEqual([
      ['counter', 600],
      ['counter', 600],
    ]);
  });

  it('hold one fee for each cartridge filled, however many packages, and the time from packing to the locked door', () => {
    const restock = { by: 'pharmacist', days: ['tue', 'wed'] as const, atMin: 840, upTo: 14, ends_us: null };
    const machines = [{ ...MACHINE, loaded: [4, 13, 14], cartridges: 3, restock }];
    const parameters = { ...quiet.parameters, pharmacy: { deliveryFeeCad: 25 } };
    const people = [1, 2, 3].map((cartridge) => person(`P${cartridge}`, cartridge, { arrival: { kind: 'instants', at_us: [] } }));
    const entries = entriesOf(world(people, { machines, parameters }), 12 * HOUR);
    expect(paid(entries)).toEqual([
      ['delivery', 2_500],
      ['fill', 1_000],
      ['fill', 1_000],
    ]);
    // Eleven packages at a minute and a half; twice ten minutes; the door, two lanes at a minute and a half, the door again.
    expect(worked(entries)).toEqual([
      ['packing', 990],
      ['road', 1_200],
      ['machine', 215],
    ]);
  });

  it('hold nothing where whoever restocks keeps no pharmacy', () => {
    const restock = { by: 'nurse', days: ['tue', 'wed'] as const, atMin: 840, upTo: 14, ends_us: null };
    const machines = [{ ...MACHINE, restock }];
    const contacts = [PHARMACIST, { ...nurse, hours: ALWAYS, busy: [] }];
    expect(paid(entriesOf(world([person('P1', 1)], { machines, contacts })))).toEqual([]);
  });
});
