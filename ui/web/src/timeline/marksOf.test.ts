import { describe, expect, it } from 'vitest';
import { libraryText } from '../../test/libraryText.js';
import { TraceIndex } from '../trace/TraceIndex.js';
import { runs } from '../worker/runs.js';
import { marksOf } from './marksOf.js';

const HOUR_US = 3_600_000_000;
const MACHINE = 'harbour-house-1';

describe('marksOf', () => {
  it("marks a scenario's fault as its own, a fault put in once, and a hand", () => {
    const run = runs.open(libraryText('stuck-dose-no-key'), null, []);
    run.runUntil(HOUR_US);
    const by = { role: 'engineer', machine: MACHINE };
    run.input([
      { t_us: HOUR_US, kind: 'fault', cause: 'blind-beam', cartridge: 3, ...by },
      { t_us: HOUR_US, kind: 'hand', hand: 'open-door', cartridge: 0, packages: 0, ...by },
    ]);
    run.runUntil(run.facts.length_us);
    const trace = new TraceIndex();
    trace.append(run.entries);
    const marks = marksOf(trace, MACHINE, run.facts.length_us);
    expect(marks.slice(0, 3).map(({ t_us, is }) => [t_us / HOUR_US, is])).toEqual([
      [1, 'hand'],
      [1, 'fault-put'],
      [2 + 5 / 60, 'fault'],
    ]);
    expect(marks.filter(({ is }) => is === 'fault-put')).toHaveLength(1);
    expect(marks.at(2)?.says).toBe('package hangs, cartridge 19');
    expect(marksOf(trace, 'another-machine', run.facts.length_us)).toEqual([]);
    expect(marksOf(trace, MACHINE, HOUR_US - 1)).toEqual([]);
  });
});
