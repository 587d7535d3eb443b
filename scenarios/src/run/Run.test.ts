import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { Run } from './Run.js';

const MIN_US = 60_000_000;
const stuckDose = libraryScenario('stuck-dose-no-key');
const doorOpens = (t_us: number) =>
  ({ t_us, role: 'engineer', kind: 'hand', machine: 'harbour-house-1', hand: 'open-door', cartridge: 0, packages: 0 }) as const;

function whole(): Run {
  const run = new Run(stuckDose);
  run.finish();
  return run;
}

describe('a run', () => {
  it('[K9] wound back and run on again, it is the same run', () => {
    const first = whole();
    const again = whole();
    for (const t_us of [300 * MIN_US, 128 * MIN_US, 127 * MIN_US + 12_345_678, 0]) {
      again.windBack(t_us);
      expect(again.now_us).toBe(t_us);
      expect(again.entries).toEqual(first.entries.filter((entry) => entry.t_us <= t_us));
      again.finish();
      expect(again.digests).toEqual(first.digests);
    }
  });

  it('[K6] an input enters the trace at its instant, after all that was due then', () => {
    const run = new Run(stuckDose);
    const t_us = 60 * MIN_US;
    run.runUntil(t_us);
    const before = run.entries.length;
    run.input(doorOpens(t_us));
    expect(run.entries[before]).toMatchObject({
      t_us,
      source: 'input',
      kind: 'hand',
      payload: { role: 'engineer', hand: 'open-door' },
    });
    run.runUntil(t_us + 2 * MIN_US);
    expect(run.entries.slice(before).some(({ kind, payload }) => kind === 'signal' && payload.name === 'door-opened')).toBe(true);
  });

  it('[K6] a run that is fed the inputs of another is the same run', () => {
    const live = new Run(stuckDose);
    for (const minute of [10, 11, 128, 200]) {
      live.runUntil(minute * MIN_US);
      live.input(doorOpens(live.now_us));
      live.runUntil(live.now_us + MIN_US * 0.5);
      live.input({ ...doorOpens(live.now_us), hand: 'close-door' });
      live.windBack(live.now_us);
    }
    live.finish();
    const fed = new Run(stuckDose, { inputs: live.inputs });
    fed.finish();
    expect(fed.entries).toEqual(live.entries);
    expect(fed.digests).toEqual(live.digests);
    expect(fed.digests).not.toEqual(whole().digests);
  });

  it('[K6] an input at the start comes after all that the start causes, live as in a replay', () => {
    const live = new Run(stuckDose);
    live.input(doorOpens(0));
    live.finish();
    const fed = new Run(stuckDose, { inputs: live.inputs });
    fed.finish();
    expect(fed.digests).toEqual(live.digests);
  });

  it('[K9] an input after winding back begins a branch: what came later is forgotten', () => {
    const run = whole();
    const t_us = 128 * MIN_US;
    run.windBack(t_us);
    run.input({ t_us, role: 'trainer', kind: 'key-on-site', machine: 'harbour-house-1', by: 'site-staff' });
    run.finish();
    const cleared = run.entries.find(({ kind }) => kind === 'cleared');
    expect(cleared?.payload).toMatchObject({ cartridge: 19, how: 'by-hand' });
    expect(cleared?.t_us).toBeLessThan(150 * MIN_US);
    expect(run.inputs).toHaveLength(1);
  });

  it('a door opened for one jam interrupts another order, and the visit frees and counts both', () => {
    const run = whole();
    const t_us = 127 * MIN_US + 23_440_000;
    run.windBack(t_us);
    run.input({ t_us, role: 'trainer', kind: 'key-on-site', machine: 'harbour-house-1', by: 'site-staff' });
    run.finish();
    const jams = run.entries
      .filter(({ kind, source }) => kind === 'jam' && source.endsWith('/session'))
      .map(({ payload }) => payload.cartridge);
    const cleared = run.entries.filter(({ kind }) => kind === 'cleared').map(({ payload }) => payload.cartridge);
    expect(jams).toContain(19);
    expect(cleared.toSorted()).toEqual(jams.toSorted());
  });

  it('stopped behind any event and run on, also at its very last instant, is finished only when all of it has happened', () => {
    const run = new Run(stuckDose);
    const first = whole();
    expect(first.entries.filter(({ t_us }) => t_us === first.length_us).length).toBeGreaterThan(1);
    for (let asked = 0; !run.finished; asked = 0) run.runWhile(run.length_us, () => ++asked <= 1);
    expect(run.entries).toEqual(first.entries);
  });

  it('winding back keeps inputs that lie ahead, until something else is done', () => {
    const t_us = 200 * MIN_US;
    const run = new Run(stuckDose, { inputs: [doorOpens(t_us)] });
    run.finish();
    const { digests } = run;
    run.windBack(100 * MIN_US);
    expect(run.inputs).toHaveLength(0);
    run.finish();
    expect(run.inputs).toHaveLength(1);
    expect(run.digests).toEqual(digests);
  });

  it('refuses an input that is not now, or for a machine that is not there', () => {
    const run = new Run(stuckDose);
    expect(() => run.input(doorOpens(5))).toThrow(/an input at 5 µs, but the run stands at 0/);
    expect(() => run.input({ ...doorOpens(0), machine: 'elsewhere' })).toThrow('there is no machine elsewhere');
  });

  it('an input that was refused leaves no trace: the run goes on, and can be wound back', () => {
    const t_us = 60 * MIN_US;
    const run = new Run(stuckDose, { inputs: [doorOpens(2 * t_us)] });
    run.runUntil(t_us);
    expect(() => run.input({ ...doorOpens(t_us), machine: 'elsewhere' })).toThrow('there is no machine elsewhere');
    run.windBack(0);
    run.finish();
    expect(run.inputs).toEqual([doorOpens(2 * t_us)]);
  });

  it('refuses to wind back beyond the start', () => {
    const run = new Run(stuckDose);
    run.runUntil(MIN_US);
    expect(() => run.windBack(-1)).toThrow('-1 µs lies before the start');
  });
});
