import type { FaultSpec } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { expectationContext } from '../expect/ExpectationContext.js';
import { ExpectationFold } from '../expect/ExpectationFold.js';
import { Run } from './Run.js';

const M = 'harbour-house-1';
const NEVER = [
  'order-begins-twice',
  'count-out-of-balance',
  'unsigned-count',
  'motor-with-door-open',
  'dose-over-daily-cap',
  'dose-to-another',
] as const;

/** P07 alone comes at half past nine; the fault falls so long after that. */
function dayWith(kind: 'power' | 'controller-reset', afterMs: number) {
  const { spec, seed } = libraryScenario('power-cut');
  const at_us = 1_800_000_000 + afterMs * 1000;
  const fault: FaultSpec = kind === 'power' ? { kind, at_us, machine: M, forMin: 3 } : { kind, at_us, machine: M };
  const run = new Run({ seed, spec: { ...spec, people: spec.people.slice(0, 1), length_us: 10_800_000_000, faults: [fault] } });
  run.finish();
  return run;
}

describe('the power goes, or the controller starts again, at any moment of a dispense', { timeout: 120_000 }, () => {
  it.each(['power', 'controller-reset'] as const)('[V1, V2, H6, H7] %s: nothing is lost and nothing comes twice', (kind) => {
    const modes = new Set<string>();
    for (let afterMs = 0; afterMs <= 9_000; afterMs += 240) {
      const run = dayWith(kind, afterMs);
      const fold = new ExpectationFold(
        NEVER.map((event) => ({ kind: 'never' as const, event })),
        expectationContext(run.spec),
      );
      for (const entry of run.entries) {
        fold.add(entry);
        if (entry.kind === 'jam') modes.add(String(entry.payload.mode));
      }
      const failed = fold.result(run.length_us).results.filter(({ verdict }) => verdict === 'failed');
      expect(failed.map(({ says, found }) => `${afterMs} ms: ${says}: ${found}`)).toEqual([]);
      const { loaded, onCoil, falling, inBox, taken, rejected } = run.world.body(M).truth(7);
      expect(loaded, `${afterMs} ms`).toBe(onCoil + falling + inBox + taken + rejected);
      expect(taken, `${afterMs} ms`).toBeLessThanOrEqual(1);
      expect(run.entries.filter(({ kind: word }) => word === 'dose-taken').length).toBe(taken);
      // Whatever was unknown has been counted by the end, and the machine gives doses again.
      const last = run.entries.findLast((entry) => entry.kind === 'count' && entry.payload.cartridge === 7);
      expect(last?.payload.unknown, `${afterMs} ms`).toBe(0);
      const session = run.entries.findLast(({ source, kind: word }) => source === `${M}/session` && word === 'state');
      expect(session?.payload.is, `${afterMs} ms`).toBe('inService.idle');
    }
    // Some of the moments cut a motion.
    expect([...modes]).toContain(kind === 'power' ? 'silence' : 'interrupted');
  });
});
