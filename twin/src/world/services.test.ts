import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '../kernel/trace.js';
import type { GuardSpec, MachineSpec, UpdateSpec, WorldSpec } from '../spec/WorldSpec.js';
import { ALWAYS, afternoon, HOUR, hoursOf, MIN, nurse, person, site } from './test/afternoon.js';
import { World } from './World.js';

const M = 'harbour-house-1';
const [STANDING] = afternoon.machines as [MachineSpec];
const MACHINE: MachineSpec = { ...STANDING, loaded: [14, 14, 14, 14] };
/** One person at one o'clock, a nurse with a key and time, no chance of a jam. */
const quiet: WorldSpec = {
  ...afternoon,
  length_us: 48 * HOUR,
  machines: [MACHINE],
  people: [person('P1', 1, { arrival: { kind: 'instants', at_us: [HOUR] } })],
  contacts: [{ ...nurse, hours: ALWAYS, busy: [] }],
  sites: [{ ...site, chain: ['nurse'], staff: ALWAYS, hours: ALWAYS }],
  faults: [],
  parameters: { mechanism: { jamShare: 0, sensorMissShare: 0, falseDropShare: 0 } },
};
const withMachine = (change: Partial<MachineSpec>, more: Partial<WorldSpec> = {}): WorldSpec => ({
  ...quiet,
  machines: [{ ...MACHINE, ...change }],
  ...more,
});

function entriesOf(spec: WorldSpec): TraceEntry[] {
  const entries: TraceEntry[] = [];
  const world = new World(spec, { seed: 7, onEntry: (entry) => entries.push(entry) });
  world.start();
  world.runUntil(spec.length_us);
  return entries;
}

/** Kinds of a part's facts, with their minute. */
const factsOf = (entries: readonly TraceEntry[], part: string) =>
  entries
    .filter(({ source, kind }) => source.endsWith(`/${part}`) && kind !== 'state')
    .map(({ t_us, kind }) => `${Math.floor(t_us / MIN)} ${kind}`);
const refusals = (entries: readonly TraceEntry[]) =>
  entries.filter(({ kind, source }) => kind === 'refused' && source === `${M}/session`).map(({ payload }) => payload.reason);

describe('[V3, V4] a guard', () => {
  const guard: GuardSpec = { stopsOn: ['video'], confirmBy: ['nurse'] };
  const video = { kind: 'video', at_us: 30 * MIN, machine: M, forMin: 10 } as const;

  it('stops the machine until somebody of the list has confirmed, at the earliest when the cause is over', () => {
    const contacts = [{ ...nurse, hours: hoursOf(1080, 1200, 'daily', 'open'), busy: [] }];
    const entries = entriesOf(withMachine({ guard }, { faults: [video], contacts }));
    expect(refusals(entries)).toEqual(['out-of-service']);
    // From noon it is six hours until the nurse is on duty, and a call takes one to eight minutes.
    const facts = factsOf(entries, 'guard');
    expect(facts.slice(0, 4)).toEqual(['30 video-lost', '30 guard-stopped', '40 video-restored', '40 nobody-to-confirm']);
    expect(facts[4]).toMatch(/^36[0-8] guard-confirmed$/);
  });

  it('is not stopped by what is over at once, nor by what it does not stop on', () => {
    const short = entriesOf(withMachine({ guard }, { faults: [{ ...video, forMin: 0.05 }] }));
    expect(factsOf(short, 'guard')).toEqual(['30 video-lost', '30 video-restored']);
    const tamper = entriesOf(withMachine({ guard }, { faults: [{ ...video, kind: 'tamper' }] }));
    expect(factsOf(tamper, 'guard')).toEqual(['30 tamper-alarm', '40 tamper-over']);
    expect(refusals(tamper)).toEqual([]);
  });
});

describe('[V5, V6] an update', () => {
  const update: UpdateSpec = { name: 'rules', at_us: HOUR / 2, outcome: 'is-applied', brings: 'nothing' };
  const facts = (change: Partial<UpdateSpec>, more: Partial<WorldSpec> = {}) =>
    factsOf(entriesOf(withMachine({ updates: [{ ...update, ...change }] }, more)), 'update');

  it('is downloaded, waits for three in the morning, and is applied', () => {
    expect(facts({})).toEqual(['30 update-offered', '50 update-staged', '910 update-applied']);
  });

  it('is tried three times, a day apart, and then given up', () => {
    const failed = facts({ outcome: 'fails' }, { length_us: 96 * HOUR });
    expect(failed).toEqual([
      '30 update-offered',
      '50 update-failed',
      '1510 update-failed',
      '2970 update-failed',
      '4410 update-given-up',
    ]);
  });

  it('is offered again where it did not arrive, and arrives once the link is back', () => {
    const faults = [{ kind: 'network', at_us: 0, machine: M, forMin: 380 }] as const;
    expect(facts({}, { faults })).toEqual([
      '30 update-offered',
      '30 update-not-reached',
      '410 update-staged',
      '910 update-applied',
    ]);
  });

  it('that is by chance is applied in nine of ten tries', () => {
    const applied = Array.from({ length: 60 }, (_, seed) => {
      const entries: TraceEntry[] = [];
      const spec = withMachine({ updates: [{ ...update, outcome: 'by-chance' }] }, { people: [], length_us: 16 * HOUR });
      const world = new World(spec, { seed, onEntry: (entry) => entries.push(entry) });
      world.start();
      world.runUntil(spec.length_us);
      return entries.some(({ kind }) => kind === 'update-applied');
    }).filter(Boolean).length;
    // 54 of 60 with a deviation of 2.3.
    expect(applied).toBeGreaterThan(46);
    expect(applied).toBeLessThan(60);
  });
});

describe('[V7, V8] a restocking', () => {
  const restock = { by: 'nurse', days: ['tue', 'wed'], atMin: 840, upTo: 14, ends_us: null } as const;

  it('fills the lanes that belong to somebody, counted by two, once something is missing', () => {
    const entries = entriesOf(withMachine({ restock, loaded: [14, 9] }));
    const loads = entries.filter(({ kind, payload }) => kind === 'count' && payload.why === 'loaded' && payload.loaded === 15);
    expect(loads.map(({ payload }) => [payload.cartridge, payload.remaining])).toEqual([[1, 14]]);
    expect(entries.filter(({ kind }) => kind === 'signed').map(({ payload }) => [payload.first, payload.second])).toEqual([
      ['nurse', 'harbour-house/staff'],
    ]);
    expect(factsOf(entries, 'doorkeeper')).toHaveLength(1);
  });

  it('takes out first what has been in for longer than it keeps, counted by two and rejected, and fills up again', () => {
    const rounds = { ...restock, days: ['tue', 'wed'] as const, keeps_us: 25 * HOUR };
    // Two lanes belong to somebody; of the second nothing is ever taken.
    const people = [...quiet.people, person('P2', 2, { arrival: { kind: 'instants', at_us: [] } })];
    const entries = entriesOf(withMachine({ restock: rounds, loaded: [14, 9] }, { people }));
    const expired = entries.filter(({ kind }) => kind === 'expired').map(({ payload }) => payload);
    // On Tuesday at two everything is new; a day later all but what Tuesday brought has been in for 26 h.
    expect(expired).toEqual([
      { cartridge: 1, packages: 13 },
      { cartridge: 2, packages: 9 },
    ]);
    const counts = entries.filter(({ kind, payload }) => kind === 'count' && payload.cartridge === 2);
    expect(counts.map(({ payload: { why, loaded, rejected, remaining } }) => [why, loaded, rejected, remaining])).toEqual([
      ['loaded', 9, 0, 9],
      ['loaded', 14, 0, 14],
      ['signed by two', 14, 0, 14],
      ['taken out', 14, 9, 5],
      ['signed by two', 14, 9, 5],
      ['loaded', 23, 9, 14],
      ['signed by two', 23, 9, 14],
    ]);
    expect(entriesOf(withMachine({ restock, loaded: [14, 9] }, { people })).some(({ kind }) => kind === 'expired')).toBe(false);
  });

  it('waits with a shut door for a second person, and for whoever has the door', () => {
    const alone = { ...quiet.sites[0], staff: hoursOf(960, 1080, 'daily', 'open'), access: { roles: null, twoPerson: true } };
    const entries = entriesOf(withMachine({ restock }, { sites: [alone as (typeof quiet.sites)[0]] }));
    // Two to four hours after noon: the nurse sets off at two, and the staff come at four.
    const opened = entries.find(({ kind }) => kind === 'opening');
    expect(opened?.t_us).toBe(4 * HOUR);
    expect(opened?.payload).toEqual({ by: 'nurse', role: 'nurse', second: 'harbour-house/staff', why: 'restock' });
  });

  it('is missed by a nurse who is busy, and does not come any more once it was withdrawn', () => {
    const busy = [{ ...nurse, hours: ALWAYS, busy: [{ from_us: HOUR, to_us: 3 * HOUR, reason: 'outreach' }] }];
    const missed = entriesOf(withMachine({ restock }, { contacts: busy })).filter(({ kind }) => kind === 'restock-missed');
    expect(missed.map(({ payload }) => payload)).toEqual([{ by: 'nurse', cause: 'outreach' }]);
    const ended = entriesOf(withMachine({ restock: { ...restock, ends_us: HOUR } }));
    expect(factsOf(ended, 'restock')).toEqual(['60 restock-withdrawn']);
  });
});

describe('[V9, V11] a site that is kept in touch with', () => {
  const jam = { kind: 'mechanism', at_us: 0, machine: M, cartridge: 1, cause: 'hang-up' } as const;
  const slow = {
    ...quiet.parameters,
    support: { staffNoticeMeanMin: 1_440, alertLeastMin: 900, alertLikelyMin: 950, alertMostMin: 960 },
  };
  const at = (change: Partial<(typeof quiet.sites)[0]>) => ({
    ...quiet,
    faults: [jam],
    parameters: slow,
    sites: [{ ...(quiet.sites[0] as (typeof quiet.sites)[0]), ...change }],
  });
  const staff = hoursOf(900, 1080, 'daily', 'open');

  it('notices a fault when it is called, if somebody is there', () => {
    const checkIn = { days: ['tue', 'wed'], atMin: 960 } as const;
    const noticed = (spec: WorldSpec) =>
      entriesOf(spec)
        .filter(({ kind }) => kind === 'noticed')
        .map(({ payload }) => payload.by);
    expect(noticed(at({ staff, checkIn }))).toEqual(['check-in']);
    expect(noticed(at({ staff: hoursOf(480, 500, 'daily', 'open'), checkIn }))).toEqual(['alert']);
  });

  it('has staff for one visitor after the other, while they are on duty', () => {
    const people = [0, 1, 2, 3].map((i) =>
      person(`P${i + 1}`, i + 1, {
        arrival: { kind: 'instants', at_us: [[60, 181, 183, 190][i] as number].map((min) => min * MIN) },
      }),
    );
    const entries = entriesOf({ ...at({ staff, talkShare: 1 }), faults: [], people });
    const met = entries.filter(({ kind }) => kind.startsWith('met-'));
    expect(met.map(({ kind, payload }) => [kind, payload.person, payload.reason])).toEqual([
      ['met-nobody', 'P1', 'nobody-on-duty'],
      ['met-staff', 'P2', undefined],
      ['met-nobody', 'P3', 'busy'],
      ['met-staff', 'P4', undefined],
    ]);
  });
});
