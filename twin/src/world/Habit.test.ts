import { describe, expect, it } from 'vitest';
import { epochOf } from '../calendar/zone.js';
import type { TraceEntry } from '../kernel/trace.js';
import type { PersonSpec, WorldSpec } from '../spec/WorldSpec.js';
import { afternoon, begin, HOUR, MIN, person, site } from './test/afternoon.js';

const DAY = 24 * HOUR;
const MIDNIGHT = epochOf('America/Vancouver', { year: 2021, month: 9, day: 14 });
const NEVER_OUTSIDE = { people: { earlyShare: 0, lateShare: 0 } };

function world(people: readonly PersonSpec[], change: Partial<WorldSpec> = {}): WorldSpec {
  return { ...afternoon, epoch_us: MIDNIGHT, contacts: [], sites: [{ ...site, chain: [] }], people, ...change };
}
const of = (entries: readonly TraceEntry[], kind: string, source = 'P1') =>
  entries.filter((entry) => entry.kind === kind && entry.source === source);
const arrivals = (spec: WorldSpec, seed: number, source = 'P1') =>
  of(begin(spec, seed).until(5 * DAY), 'came', source).map(({ t_us }) => t_us);

describe('Habit', () => {
  it('is due at each opening of a window, numbered on, and comes once a window', () => {
    const twice = person('P1', 1, {
      windows: [
        { fromMin: 1080, toMin: 1200 },
        { fromMin: 480, toMin: 600 },
      ],
    });
    const entries = begin(world([twice], { parameters: NEVER_OUTSIDE })).until(2 * DAY);
    expect(of(entries, 'due').map(({ t_us, payload }) => [t_us / HOUR, payload])).toEqual([
      [8, { window: 1, from_us: 8 * HOUR, to_us: 10 * HOUR }],
      [18, { window: 2, from_us: 18 * HOUR, to_us: 20 * HOUR }],
      [32, { window: 3, from_us: 32 * HOUR, to_us: 34 * HOUR }],
      [42, { window: 4, from_us: 42 * HOUR, to_us: 44 * HOUR }],
    ]);
    expect(of(entries, 'came').map(({ payload }) => payload)).toEqual(
      [1, 2, 3, 4].map((window) => ({ window, in_window: true })),
    );
    expect(of(entries, 'served').map(({ payload }) => payload.window)).toEqual([1, 2, 3, 4]);
  });

  it('opens windows by the clock of the site, on the days on which clocks change too', () => {
    const epoch_us = epochOf('America/Vancouver', { year: 2021, month: 11, day: 6 });
    const spec = world([person('P1', 1, { windows: [{ fromMin: 480, toMin: 540 }] })], { epoch_us });
    const opens = of(begin(spec).until(3 * DAY), 'due').map(({ t_us }) => t_us / HOUR);
    expect(opens).toEqual([8, 33, 57]);
  });

  it('says at the end of the window that somebody did not come', () => {
    const entries = begin(world([person('P1', 1, { arrival: { kind: 'habit', attendance: 0 } })])).until(2 * DAY);
    expect(of(entries, 'did-not-come').map(({ t_us, payload }) => [t_us / HOUR, payload.window])).toEqual([
      [18, 1],
      [42, 2],
    ]);
    expect(of(entries, 'came')).toEqual([]);
  });

  it('keeps to the share of windows in which somebody comes, most of them early in the window', () => {
    const people = Array.from({ length: 300 }, (_, i) => person(`P${i}`, 1, { arrival: { kind: 'habit', attendance: 0.85 } }));
    const entries = begin(world(people, { parameters: NEVER_OUTSIDE })).until(DAY);
    const came = entries.filter(({ kind }) => kind === 'came');
    // Three standard deviations of 300 draws with 0.85 are 6.2 %.
    expect(Math.abs(came.length / 300 - 0.85)).toBeLessThan(0.062);
    expect(came.every(({ t_us }) => t_us >= 12 * HOUR && t_us < 18 * HOUR)).toBe(true);
    expect(came.filter(({ t_us }) => t_us < 15 * HOUR).length / came.length).toBeGreaterThan(0.55);
    expect(came.length + entries.filter(({ kind }) => kind === 'did-not-come').length).toBe(300);
  });

  it('lets some come too early and some too late, within half an hour, and none of these "did not come"', () => {
    const people = Array.from({ length: 300 }, (_, i) => person(`P${i}`, 1));
    const entries = begin(world(people, { parameters: { people: { earlyShare: 0.2, lateShare: 0.2 } } })).until(DAY);
    const came = entries.filter(({ kind }) => kind === 'came');
    const early = came.filter(({ t_us }) => t_us < 12 * HOUR);
    const late = came.filter(({ t_us }) => t_us >= 18 * HOUR);
    // Three standard deviations of 300 draws with 0.2 are 21.
    for (const group of [early, late]) expect(Math.abs(group.length - 60)).toBeLessThan(21);
    expect(
      [...early, ...late].every(({ t_us, payload }) => payload.in_window === false && t_us >= 11.5 * HOUR && t_us <= 18.5 * HOUR),
    ).toBe(true);
    expect(came).toHaveLength(300);
    expect(entries.filter(({ kind }) => kind === 'did-not-come')).toEqual([]);
  });

  it('comes at given instants, each for the window that lies nearest, and not in other windows', () => {
    const given = person('P1', 1, { arrival: { kind: 'instants', at_us: [11 * HOUR, 13 * HOUR + 7, 60 * HOUR] } });
    const entries = begin(world([given])).until(3 * DAY);
    expect(of(entries, 'came').map(({ t_us, payload }) => [t_us, payload.window, payload.in_window])).toEqual([
      [11 * HOUR, 1, false],
      [13 * HOUR + 7, 1, true],
      [60 * HOUR, 3, true],
    ]);
    expect(of(entries, 'did-not-come').map(({ payload }) => payload.window)).toEqual([2]);
  });

  it('goes on with a window that crosses midnight or began before the scenario', () => {
    const night = person('P1', 1, { windows: [{ fromMin: 1320, toMin: 120 }], arrival: { kind: 'habit', attendance: 0 } });
    const due = of(begin(world([night])).until(DAY), 'due');
    expect(due.map(({ t_us, payload }) => [t_us, payload.window, payload.from_us])).toEqual([
      [0, 0, -2 * HOUR],
      [22 * HOUR, 1, 22 * HOUR],
    ]);
  });

  it('[R3] draws a person the same arrivals whoever else comes, and whatever happened at an earlier window', () => {
    const alone = arrivals(world([person('P1', 1)]), 7);
    expect(new Set(alone.map((t_us) => t_us % DAY)).size).toBe(5);
    expect(arrivals(world([person('P0', 2), person('P1', 1), person('P2', 3)]), 7)).toEqual(alone);
    expect(arrivals(world([person('P1', 1)]), 8)).not.toEqual(alone);
    const run = begin(world([person('P1', 1)]), 7);
    run.machines.get('harbour-house-1')?.jamAt(0, 1);
    expect(of(run.until(5 * DAY), 'came').map(({ t_us }) => t_us)).toEqual(alone);
  });

  it('waits for help as long as patience lasts, then leaves and says why and after how long', () => {
    const spec = world([person('P1', 1, { arrival: { kind: 'instants', at_us: [13 * HOUR] } })], {
      parameters: { people: { helpPatienceMedianMin: 40, helpPatienceSigma: 0 } },
    });
    const run = begin(spec);
    run.machines.get('harbour-house-1')?.jamAt(0, 1);
    expect(of(run.until(DAY), 'left-without').map(({ t_us, payload }) => [t_us, payload])).toEqual([
      [13 * HOUR + 40 * MIN, { window: 1, cause: 'jammed', waited_us: 40 * MIN }],
    ]);
  });

  it('goes on losing patience after a false hope', () => {
    const spec = world([person('P1', 1, { arrival: { kind: 'instants', at_us: [13 * HOUR] } })], {
      parameters: { people: { helpPatienceMedianMin: 40, helpPatienceSigma: 0 } },
    });
    const run = begin(spec);
    run.machines.get('harbour-house-1')?.jamAt(0, 1);
    run.kernel.at(13 * HOUR + 30 * MIN, 'P1', { type: 'FREED' });
    expect(of(run.until(DAY), 'left-without').map(({ t_us, payload }) => [t_us, payload.cause])).toEqual([
      [13 * HOUR + 40 * MIN, 'lane-locked'],
    ]);
  });

  it('comes for the next window once the visit for the one before is over', () => {
    const spec = world([person('P1', 1, { arrival: { kind: 'instants', at_us: [13 * HOUR, 13 * HOUR + 10 * MIN] } })], {
      parameters: { people: { helpPatienceMedianMin: 40, helpPatienceSigma: 0 } },
    });
    const run = begin(spec);
    run.machines.get('harbour-house-1')?.jamAt(0, 1);
    const came = of(run.until(DAY), 'came').map(({ t_us }) => t_us);
    expect(came).toEqual([13 * HOUR, 13 * HOUR + 40 * MIN]);
  });
});
