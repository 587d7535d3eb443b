import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '../kernel/trace.js';
import type { ContactSpec, WorldSpec } from '../spec/WorldSpec.js';
import { afternoon, begin, desk, HOUR, hoursOf, MIN, nurse, pharmacy, site } from './test/afternoon.js';

const EXACT = { support: { callLeastMin: 3, callLikelyMin: 3, callMostMin: 3 } };
/** Free all day, ten minutes away. */
const near: ContactSpec = { ...nurse, id: 'near', busy: [], travelMin: [10, 10, 10] };

function world(...contacts: ContactSpec[]): WorldSpec {
  return { ...afternoon, people: [], contacts, sites: [{ ...site, chain: [] }], parameters: EXACT };
}

/** What one contact answers when asked an hour after noon. */
function answerOf(contact: ContactSpec, at_us = HOUR): unknown {
  const run = begin(world(contact));
  run.kernel.at(at_us, contact.id, { type: 'ASKED', machine: 'harbour-house-1', cartridge: 19, online: true });
  const entries = run.until(at_us + 5 * MIN);
  expect(entries.filter(({ kind }) => kind === 'asked').map(({ t_us, source }) => [t_us, source])).toEqual([[at_us, contact.id]]);
  const answered = entries.find(({ kind }) => kind === 'answered');
  expect(answered?.t_us).toBe(at_us + 3 * MIN);
  return answered?.payload;
}
const answer = (word: string, reason: string, until_us: number) => ({
  machine: 'harbour-house-1',
  answer: word,
  reason,
  until_us,
});
const facts = (entries: readonly TraceEntry[], source: string) =>
  entries.filter((entry) => entry.source === source && entry.kind !== 'state').map(({ t_us, kind }) => [t_us / MIN, kind]);

describe('Diary', () => {
  it('comes when free', () => {
    expect(answerOf(near)).toEqual(answer('coming', 'free', 0));
  });

  it('declines when busy, or comes when free again, as the scenario says', () => {
    expect(answerOf(pharmacy)).toEqual(answer('busy', 'busy', 6 * HOUR));
    expect(answerOf(nurse)).toEqual(answer('comes-when-free', 'outreach', 4.5 * HOUR));
  });

  it('promises nothing when busy until the end of the shift', () => {
    expect(answerOf({ ...nurse, busy: [{ from_us: 0, to_us: 6 * HOUR, reason: 'outreach' }] })).toEqual(
      answer('busy', 'outreach', 6 * HOUR),
    );
  });

  it('counts busy spells that touch as one', () => {
    const busy = [
      { from_us: 2 * HOUR, to_us: 3 * HOUR, reason: 'travelling' },
      { from_us: 0, to_us: 2 * HOUR, reason: 'outreach' },
    ];
    expect(answerOf({ ...nurse, busy })).toEqual(answer('comes-when-free', 'outreach', 3 * HOUR));
  });

  it('is closed after hours and on holidays, and says until when', () => {
    expect(answerOf({ ...near, hours: hoursOf(480, 780, 'mon-fri', 'closed') })).toEqual(answer('closed', 'hours', 20 * HOUR));
    // Noon of 11 November 2021, a Thursday, in Vancouver.
    const holiday = { ...world(near), epoch_us: 1_636_660_800_000_000 };
    const run = begin(holiday);
    run.kernel.at(HOUR, 'near', { type: 'ASKED', machine: 'harbour-house-1' });
    const closed = run.until(2 * HOUR).find(({ kind }) => kind === 'answered');
    expect(closed?.payload).toEqual(answer('closed', 'holiday', 20.5 * HOUR));
  });

  it('cannot help without a key, or without travelling', () => {
    expect(answerOf({ ...near, hasKey: false })).toEqual(answer('cannot-travel', 'no-key', 0));
    expect(answerOf({ ...near, travelMin: null })).toEqual(answer('cannot-travel', 'does-not-travel', 0));
  });

  it('goes home again when nothing is jammed any more', () => {
    const run = begin(world(near));
    run.kernel.post('harbour-house-1/helpline', { type: 'JAM', cartridge: 19, mode: 'hung-up' });
    run.kernel.at(HOUR, 'near', { type: 'ASKED', machine: 'harbour-house-1' });
    run.kernel.at(HOUR + 8 * MIN, 'near/diary', { type: 'CALLED_OFF', machine: 'harbour-house-1' });
    // Three minutes of a call, two to get ready, three on the way out and as many back.
    expect(facts(run.until(2 * HOUR), 'near')).toEqual([
      [60, 'asked'],
      [63, 'answered'],
      [65, 'set-off'],
      [68, 'went-home'],
    ]);
    expect(run.entries.filter(({ source, kind }) => source === 'near' && kind === 'state').at(-1)).toMatchObject({
      t_us: HOUR + 11 * MIN,
      payload: { is: 'free' },
    });
  });
});

describe('[J6] a contact with two machines to see to', () => {
  /** Free all day, at a third town; the machines stand in two others. */
  const base: ContactSpec = { ...near, travelMin: null, base: 'yard' };
  const at = (id: string) => ({ ...site, id, chain: [] });
  const spec = world(base);
  const [standing] = spec.machines as [(typeof spec.machines)[0]];
  const [first, second] = ['first-1', 'second-1'] as const;
  const towns: WorldSpec = {
    ...spec,
    sites: ['yard', 'first', 'second'].map(at),
    machines: [
      { ...standing, id: first, site: 'first' },
      { ...standing, id: second, site: 'second' },
    ],
    roads: [
      { between: ['yard', 'first'], km: 60 },
      { between: ['yard', 'second'], km: 90 },
    ],
    parameters: { ...EXACT, ticket: { tidyMs: 2_995_000 }, travel: { roadKmh: 60, driveLeastFactor: 1, driveMostFactor: 1 } },
  };
  /** Both are jammed and ask at once; a visit takes 55 minutes. */
  function run(change: Partial<WorldSpec>, calledOffMin: number | null = null) {
    const bench = begin({ ...towns, ...change });
    for (const id of [first, second]) {
      bench.kernel.post(`${id}/helpline`, { type: 'JAM', cartridge: 19, mode: 'hung-up' });
      bench.kernel.at(HOUR, 'near', { type: 'ASKED', machine: id });
    }
    if (calledOffMin !== null) bench.kernel.at(calledOffMin * MIN, 'near/diary', { type: 'CALLED_OFF', machine: second });
    bench.until(10 * HOUR);
    const said = bench.entries.filter(({ source, kind }) => source === 'near' && !['state', 'asked', 'answered'].includes(kind));
    const home = bench.entries.filter(
      ({ source, kind, payload }) => source === 'near' && kind === 'state' && payload.is === 'free',
    );
    return { said: said.map(({ t_us, kind, payload }) => [t_us / MIN, kind, payload]), home_min: (home.at(-1)?.t_us ?? 0) / MIN };
  }
  const there = [
    [65, 'drives', { machine: first, distance_m: 60_000 }],
    [65, 'set-off', { machine: first }],
    [125, 'on-site', { machine: first }],
  ];

  it('goes straight on, by the road between the two', () => {
    const roads = [...(towns.roads ?? []), { between: ['second', 'first'] as const, km: 20 }];
    const { said, home_min } = run({ roads });
    expect(said).toEqual([
      ...there,
      [180, 'drives', { machine: second, distance_m: 20_000, from: first }],
      [180, 'set-off', { machine: second }],
      [200, 'on-site', { machine: second }],
      [255, 'drives', { machine: second, distance_m: 90_000 }],
      [255, 'went-home', { machine: second }],
    ]);
    expect(home_min).toBe(345);
  });

  it('goes past the base where no road leads from one to the other, and nowhere else once the shift is over', () => {
    const { said } = run({});
    expect(said[3]).toEqual([180, 'drives', { machine: second, distance_m: 150_000, from: first }]);
    expect(said[5]).toEqual([330, 'on-site', { machine: second }]);
    const late = run({ contacts: [{ ...base, hours: hoursOf(480, 890, 'daily', 'open') }] });
    expect(late.said.slice(3).map(([, kind]) => kind)).toEqual(['drives', 'went-home']);
    expect(late.home_min).toBe(240);
  });

  it('turns round when called off on the way: back to the first machine, and home from there', () => {
    const { said, home_min } = run({}, 200);
    expect(said.slice(5)).toEqual([
      [200, 'turns-round', { machine: second, driven_m: 20_000, home_m: 80_000 }],
      [200, 'went-home', { machine: second }],
    ]);
    expect(home_min).toBe(280);
  });
});

describe('DeskDiary', () => {
  it('works in its own zone: closed at half past twelve, Vancouver time', () => {
    const run = begin(world(desk));
    run.until(24 * HOUR);
    const states = run.entries.filter(({ source, kind }) => source === 'desk' && kind === 'state');
    expect(states.map(({ t_us, payload }) => [t_us / HOUR, payload.is])).toEqual([
      [0, 'closed'],
      [0, 'free'],
      [0.5, 'closed'],
      [16.5, 'free'],
    ]);
    expect(answerOf(desk)).toEqual(answer('closed', 'hours', 16.5 * HOUR));
  });

  it('helps when open, and says when it cannot', () => {
    const open = { ...desk, hours: hoursOf(0, 1440, 'daily', 'open') };
    expect(answerOf(open)).toEqual(answer('helping-remotely', 'free', 0));
    expect(answerOf({ ...open, remote: 'none' })).toEqual(answer('cannot-travel', 'no-remote-help', 0));
    expect(answerOf({ ...open, busy: [{ from_us: 0, to_us: 2 * HOUR, reason: 'busy' }] })).toEqual(
      answer('busy', 'busy', 2 * HOUR),
    );
    const run = begin(world(open));
    run.kernel.post('desk', { type: 'ASKED', machine: 'harbour-house-1', cartridge: 19, online: false });
    expect(run.until(HOUR).find(({ kind }) => kind === 'answered')?.payload).toEqual(answer('offline', 'link', 0));
  });

  it('helps one machine at a time, and the next one after it', () => {
    const open: ContactSpec = { ...desk, hours: hoursOf(0, 1440, 'daily', 'open'), remote: 'cannot-free' };
    const spec = world(open);
    const machines = ['harbour-house-1', 'harbour-house-2'].map((id) => ({
      ...(spec.machines[0] as (typeof spec.machines)[0]),
      id,
    }));
    const run = begin({
      ...spec,
      machines,
      parameters: { support: { ...EXACT.support, remoteWorkMedianMin: 20, remoteWorkSigma: 0 } },
    });
    for (const { id } of machines) run.kernel.post(`${id}/helpline`, { type: 'JAM', cartridge: 1, mode: 'hung-up' });
    run.kernel.post('desk', { type: 'ASKED', machine: 'harbour-house-1', cartridge: 1, online: true });
    run.kernel.post('desk', { type: 'ASKED', machine: 'harbour-house-2', cartridge: 1, online: true });
    const said = run.until(2 * HOUR).filter(({ source, kind }) => source === 'desk' && kind !== 'asked');
    expect(said.map(({ t_us, payload }) => [t_us / MIN, payload.machine, payload.answer ?? payload.freed])).toEqual([
      [3, 'harbour-house-1', 'helping-remotely'],
      [3, 'harbour-house-2', 'comes-when-free'],
      [23, 'harbour-house-1', false],
      [23, 'harbour-house-2', 'helping-remotely'],
      [43, 'harbour-house-2', false],
    ]);
  });
});
