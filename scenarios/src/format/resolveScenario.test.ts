import type { WorldSpec } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { formatProblems } from './formatProblems.js';
import { loadScenario } from './loadScenario.js';
import type { ResolvedScenario } from './Scenario.js';
import { A_SCENARIO, broken } from './test/aScenario.js';

function resolved(text: string, variant: string | null = null, seed?: number): ResolvedScenario {
  const loaded = loadScenario(text, 'x.yaml');
  if ('problems' in loaded) throw new Error(formatProblems(loaded));
  const found = loaded.scenario.resolve(variant, seed);
  if (found === null) throw new Error(`no variant ${variant}`);
  return found;
}

const MIN = 60_000_000;
const HOUR = 60 * MIN;
const person = ({ people }: WorldSpec, id: string) => people.find((one) => one.id === id);

describe('a world made of a scenario', () => {
  it('starts at the local time of its first site, and lasts as long as it says', () => {
    const { spec } = resolved(A_SCENARIO);
    // 12:00 on 14 September 2021 in Vancouver, seven hours behind UTC.
    expect(spec.epoch_us).toBe(1_631_646_000 * 1_000_000);
    expect(spec.length_us).toBe(6 * HOUR);
  });

  it('takes `zone` for the start where it is given', () => {
    expect(resolved(broken('length: 6 h', 'zone: UTC\nlength: 1 d')).spec.epoch_us).toBe(1_631_620_800 * 1_000_000);
  });

  it('gives a time that clocks show twice as the first of the two', () => {
    const text = broken('2021-09-14T12:00', '2021-11-07T01:30')
      .replace('comes: 14:07', 'attendance: 85 %')
      .replace('at: 14:05', 'at: 05:00');
    expect(resolved(text).spec.epoch_us).toBe(Date.UTC(2021, 10, 7, 8, 30) * 1_000);
  });

  it('gives each person a cartridge: the one that is named, or the lowest free one', () => {
    const { spec } = resolved(broken('cartridge: 19\n    windows', 'cartridge: 2\n    windows'));
    expect(spec.people.map(({ id, cartridge }) => [id, cartridge])).toEqual([
      ['P19', 2],
      ['R01', 1],
      ['R02', 3],
      ['R03', 4],
    ]);
  });

  it('refuses a cartridge that is given twice', () => {
    const loaded = loadScenario(
      broken('  residents:', '  P20:\n    machine: lobby-1\n    cartridge: 19\n    windows: 13:00-17:00\n  residents:'),
      'x.yaml',
    );
    expect('problems' in loaded && loaded.problems.map(({ line, message }) => [line, message])).toEqual([
      [24, "19 is P19's already; each person has a cartridge of their own"],
    ]);
  });

  it('numbers two groups of one letter on, and past pseudonyms that are taken', () => {
    const text = broken(
      'contacts:',
      '  regulars:\n    count: 2\n    machine: lobby-1\n    windows: 09:00-10:00\n  R02:\n    machine: lobby-1\n    windows: 09:00-10:00\ncontacts:',
    );
    expect(resolved(text).spec.people.map(({ id }) => id)).toEqual(['P19', 'R01', 'R03', 'R04', 'R05', 'R06', 'R02']);
  });

  it('fills in what is left out: attendance 85 %, 180 minutes, one package for each window', () => {
    const { spec } = resolved(broken('[12:00-18:00]', '[08:00-10:00, 22:00-02:00]'));
    expect(person(spec, 'R01')).toMatchObject({
      windows: [
        { fromMin: 480, toMin: 600 },
        { fromMin: 1320, toMin: 120 },
      ],
      minIntervalMin: 180,
      dailyCap: 2,
      arrival: { kind: 'habit', attendance: 0.85 },
      hands: { cold: false, lotionOrDust: false },
      falseNonMatchRate: null,
    });
  });

  it('puts times of day after the start: today, or tomorrow', () => {
    const { spec } = resolved(broken('6 h', '1 d').replace('comes: 14:07', 'comes: [14:07:12, 09:00]'));
    expect(person(spec, 'P19')?.arrival).toEqual({ kind: 'instants', at_us: [2 * HOUR + 7 * MIN + 12_000_000, 21 * HOUR] });
    expect(spec.faults).toEqual([
      { kind: 'mechanism', at_us: 2 * HOUR + 5 * MIN, machine: 'lobby-1', cartridge: 19, cause: 'hang-up' },
    ]);
  });

  it('reads one busy spell, cut at the start, and one on every day of a run', () => {
    const [cut] = resolved(broken('from: 12:30, to: 16:30', 'from: 11:00, to: 13:00')).spec.contacts;
    expect(cut?.busy).toEqual([{ from_us: 0, to_us: HOUR, reason: 'outreach' }]);
    // Tuesday noon to Saturday noon: Tuesday's is over at the start, and Saturday is none of its days.
    const [daily] = resolved(broken('from: 12:30, to: 16:30', 'on: wed-thu, from: 09:00, to: 10:00').replace('6 h', '4 d')).spec
      .contacts;
    expect(daily?.busy.map(({ from_us }) => from_us / HOUR)).toEqual([21, 45]);
  });

  it('reads hours by day, with the rest of the week closed', () => {
    const { hours } =
      resolved(broken('daily: 09:00-21:00', 'fri-mon: [09:00-12:00, 13:00-17:00], tue: open')).spec.sites[0] ?? {};
    expect(hours?.days.sun).toEqual([
      { fromMin: 540, toMin: 720 },
      { fromMin: 780, toMin: 1020 },
    ]);
    expect(hours?.days.tue).toEqual([{ fromMin: 0, toMin: 1440 }]);
    expect(hours?.days.wed).toEqual([]);
    expect(hours?.holidays).toEqual([]);
  });

  it('gives figures in their own units', () => {
    expect(resolved(broken('45 s', '1 min 30 s')).spec.parameters).toEqual({ link: { lossNoticedMs: 90_000 } });
  });

  it('keeps where each expectation stands', () => {
    const [never, shows, target] = resolved(A_SCENARIO).expectations;
    expect(never).toEqual({ expectation: { kind: 'never', event: 'order-begins-twice' }, line: 42, column: 5 });
    expect(shows?.expectation).toEqual({
      kind: 'shows',
      after: 'jam',
      at: 'lobby-1',
      within_us: 3 * HOUR,
      see: 'door-opened',
      by: 'key-holder',
    });
    expect(target?.expectation).toEqual({
      kind: 'target',
      of: 'came',
      see: 'dose-given',
      within_us: 10 * MIN,
      atLeast_millionths: 950_000,
    });
  });
});

describe('faults by chance', () => {
  const often = broken('at: 14:05', 'every: 30 min').replace('    cartridge: 19\n    cause', '    cause');

  it('are drawn from the seed: the same twice, others under another', () => {
    const first = resolved(often).spec.faults;
    expect(first.length).toBeGreaterThan(3);
    expect(resolved(often).spec.faults).toEqual(first);
    expect(resolved(often, null, 8).spec.faults).not.toEqual(first);
    expect(resolved(often, null, 8).seed).toBe(8);
  });

  it('leave the rest of the world as it is', () => {
    const { faults: _, ...one } = resolved(often, null, 1).spec;
    const { faults: __, ...other } = resolved(often, null, 2).spec;
    expect(one).toEqual(other);
  });

  it('happen about as often as they say, and only between their times', () => {
    const text = broken('at: 14:05', 'chance: 30 %\n    between: [13:00, 14:00]');
    const loaded = loadScenario(text, 'x.yaml');
    if ('problems' in loaded) throw new Error(formatProblems(loaded));
    const faults = Array.from({ length: 400 }, (_, seed) => loaded.scenario.resolve(null, seed)?.spec.faults ?? []).flat();
    // 400 draws at 0.3: 120, standard deviation 9.2.
    expect(faults.length).toBeGreaterThan(80);
    expect(faults.length).toBeLessThan(160);
    expect(faults.every(({ at_us }) => at_us >= HOUR && at_us < 2 * HOUR)).toBe(true);
  });
});

describe('a variant', () => {
  it('is laid over the scenario: keys merged, lists replaced, and ~ takes away', () => {
    const variant = resolved(A_SCENARIO, 'no-nurse');
    expect(variant.title).toBe('No nurse');
    expect(variant.variant).toBe('no-nurse');
    expect(variant.spec.contacts).toEqual([]);
    expect(variant.spec.sites[0]).toMatchObject({ zone: 'America/Vancouver', chain: [] });
    expect(variant.spec.people).toEqual(resolved(A_SCENARIO).spec.people);
  });

  it('that does not exist is none', () => {
    const loaded = loadScenario(A_SCENARIO, 'x.yaml');
    expect('scenario' in loaded && loaded.scenario.resolve('no-nurs')).toBeNull();
    expect('scenario' in loaded && loaded.scenario.resolve('title')).toBeNull();
  });

  it('is shown in its own text when it breaks something of the scenario', () => {
    const loaded = loadScenario(broken('sites: { lobby: { chain: [] } }', 'length: 2 h'), 'x.yaml');
    const told = 'problems' in loaded ? loaded.problems.map(({ line, path }) => `${line} ${path}`) : [];
    // The arrival and the fault of the scenario lie after the variant's end; the chain asks for the nurse that it takes away.
    expect(told).toEqual(['12 sites.lobby.chain[0]', '21 people.P19.comes', '37 faults[0].at']);
  });

  it('cannot change what the scenario says of itself', () => {
    const loaded = loadScenario(broken('      contacts: { nurse: ~ }', '      study: [S1]'), 'x.yaml');
    expect('problems' in loaded && loaded.problems[0]?.message).toMatch(/^'study' is no key of a change/);
  });
});
