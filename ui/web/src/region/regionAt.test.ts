import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryText } from '../../test/libraryText.js';
import type { BenchEntry } from '../trace/BenchEntry.js';
import { TraceIndex } from '../trace/TraceIndex.js';
import { runs } from '../worker/runs.js';
import { regionAt } from './regionAt.js';

const HOUR_US = 3_600_000_000;
const run = runs.open(libraryText('ten-machines'), null, []);
run.runUntil(run.facts.length_us);
const { facts } = run;
const trace = new TraceIndex();
trace.append(run.entries as BenchEntry[]);

const at = (t_us: number) => regionAt(trace, facts, t_us);
const helper = (t_us: number, id: string) => at(t_us).helpers.find(({ contact }) => contact === id);
const machine = (t_us: number, id: string) => at(t_us).machines.find((one) => one.machine === id);
const first = (source: string, kind: string) => trace.next(-1, source, kind)?.t_us ?? 0;

describe('regionAt', () => {
  it('is the same for the same instant, and shows nothing that comes after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: run.facts.length_us }), (t_us) => {
        const lived = new TraceIndex();
        lived.append(trace.entries.slice(0, trace.countAt(t_us)));
        expect(regionAt(lived, facts, t_us)).toEqual(at(t_us));
      }),
      { numRuns: 12 },
    );
  });

  it('tells a machine by what its charts say: idle, jammed, help coming, somebody at it', () => {
    const jam_us = first('mill-1/session', 'jam');
    const setOff_us = first('technician-east', 'set-off');
    const opened_us = first('mill-1/ticket', 'door-opened');
    expect(machine(jam_us - 60_000_000, 'mill-1')).toMatchObject({ sign: 'ready', says: 'idle' });
    expect(machine(jam_us, 'mill-1')).toMatchObject({ sign: 'fault', says: 'jammed, unnoticed' });
    expect(machine(setOff_us + HOUR_US, 'mill-1')).toMatchObject({ sign: 'fault', says: 'a lane jammed, help on the way' });
    expect(machine(opened_us, 'mill-1')?.sign).toBe('visit');
    expect(at(jam_us).machines.filter(({ sign }) => sign === 'fault')).toHaveLength(1);
  });

  it('has the technician on the road, further on with every hour, there, and on the way back', () => {
    const setOff_us = first('technician-east', 'set-off');
    const there_us = first('technician-east', 'on-site');
    const back_us = first('technician-east', 'went-home');
    const shares = [0, 1, 2, 3].map((hours) => helper(setOff_us + hours * HOUR_US, 'technician-east')?.share ?? -1);
    expect(helper(setOff_us, 'technician-east')).toMatchObject({
      is: 'travelling',
      machine: 'mill-1',
      site: 'mill-town',
      base: 'nickel-town',
      distanceKm: 290,
    });
    expect(shares).toEqual([0, 80 / 290, 160 / 290, 240 / 290]);
    expect(helper(there_us - 1, 'technician-east')?.share).toBeLessThan(1);
    expect(helper(there_us, 'technician-east')).toMatchObject({ is: 'onSite', share: 1 });
    expect(helper(back_us + HOUR_US, 'technician-east')).toMatchObject({ is: 'goingHome', share: 1 - 80 / 290 });
    expect(helper(first('technician-east', 'answered'), 'technician-east')).toMatchObject({
      is: 'gettingReady',
      machine: 'mill-1',
    });
  });

  it('has the nurse on rounds while they last, and whoever is under way first', () => {
    const began_us = first('nurse/rounds', 'round-began');
    const ended_us = first('nurse/rounds', 'round-ended');
    expect(helper(began_us, 'nurse')).toMatchObject({ is: 'onRounds', site: 'bay-town', since_us: began_us });
    expect(helper(ended_us, 'nurse')?.is).toBe('free');
    expect(at(began_us).helpers.at(-1)?.contact).toBe('nurse');
    expect(at(began_us - 1).helpers.at(-1)).toMatchObject({ contact: 'nurse', is: 'free' });
  });
});

describe('whoever promised a second machine', () => {
  it('is on the road between the two, and comes home from the second', () => {
    const entry = (hours: number, kind: string, payload: BenchEntry['payload']): BenchEntry => {
      return { t_us: hours * HOUR_US, level: 3, source: 'technician-east', kind, payload };
    };
    const straight = new TraceIndex();
    straight.append([
      entry(0, 'drives', { machine: 'gold-1', distance_m: 140_000, from: 'mill-1' }),
      entry(0, 'state', { is: 'travelling', on: 'SETS_OFF' }),
      entry(0, 'set-off', { machine: 'gold-1' }),
      entry(2, 'state', { is: 'onSite', on: 'ARRIVES' }),
      entry(2, 'on-site', { machine: 'gold-1' }),
      entry(3, 'drives', { machine: 'gold-1', distance_m: 257_000 }),
      entry(3, 'state', { is: 'goingHome', on: 'GOES_HOME' }),
      entry(3, 'went-home', { machine: 'gold-1' }),
    ]);
    const at_h = (hours: number) =>
      regionAt(straight, facts, hours * HOUR_US).helpers.find(({ contact }) => contact === 'technician-east');
    expect(at_h(1)).toMatchObject({ base: 'mill-town', site: 'gold-town', share: 80 / 140, distanceKm: 140 });
    expect(at_h(4)).toMatchObject({ base: 'nickel-town', site: 'gold-town', share: 1 - 80 / 257 });
  });
});

describe('whoever is called off on the way', () => {
  it('turns round where they are, and is home after as long', () => {
    const entry = (t_us: number, kind: string, payload: BenchEntry['payload']): BenchEntry => {
      return { t_us, level: 3, source: 'technician-east', kind, payload };
    };
    const turning = new TraceIndex();
    turning.append([
      entry(0, 'drives', { machine: 'mill-1', distance_m: 290_000 }),
      entry(0, 'state', { is: 'travelling', on: 'SETS_OFF' }),
      entry(0, 'set-off', { machine: 'mill-1' }),
      entry(HOUR_US, 'state', { is: 'goingHome', on: 'GOES_HOME' }),
      entry(HOUR_US, 'went-home', { machine: 'mill-1' }),
    ]);
    const shareAt = (hours: number) =>
      regionAt(turning, facts, hours * HOUR_US).helpers.find(({ contact }) => contact === 'technician-east')?.share;
    expect([0.5, 1, 1.5, 2].map(shareAt)).toEqual([40 / 290, 80 / 290, 40 / 290, 0]);
  });
});
