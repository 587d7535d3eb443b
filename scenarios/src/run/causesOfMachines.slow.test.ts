import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { expectationContext } from '../expect/ExpectationContext.js';
import { ExpectationFold } from '../expect/ExpectationFold.js';
import { OutcomeFold } from '../measures/outcome/OutcomeFold.js';
import type { Outcomes } from '../measures/outcome/Outcomes.js';
import { Run } from './Run.js';

/** A scenario with its effect, what it looks like in the trace, and the variants in which the cause is gone. */
interface Cause {
  readonly scenario: string;
  readonly effect: string;
  readonly without: readonly string[];
}

/** `effect` is the `see` word of the expectation, or the word of a `never`, that holds only while the cause is there. */
const CAUSES: readonly Cause[] = [
  { scenario: 'jam-modes', effect: 'jam-stall-current', without: ['no-cause', 'hang-up', 'double-feed'] },
  { scenario: 'jam-modes:stall-by-cam', effect: 'jam-stall-cam', without: ['no-cause', 'misalignment'] },
  { scenario: 'jam-modes:hang-up', effect: 'jam-hung-up', without: ['no-cause', 'stall-by-cam'] },
  { scenario: 'jam-modes:misalignment', effect: 'jam-misaligned', without: ['no-cause', 'hang-up'] },
  { scenario: 'jam-modes:double-feed', effect: 'jam-double-feed', without: ['no-cause', 'hang-up'] },
  { scenario: 'jam-modes:blind-beam', effect: 'jam-blind-beam', without: ['no-cause', 'blocked-chute-door'] },
  { scenario: 'jam-modes:blocked-chute-door', effect: 'jam-chute-blocked', without: ['no-cause', 'blind-beam'] },
  { scenario: 'update-never-arrives', effect: 'refused-in-window', without: ['arrives', 'half-applied'] },
  { scenario: 'update-never-arrives:half-applied', effect: 'update-half-applied', without: ['arrives', 'fails'] },
  { scenario: 'stale-clock', effect: 'refused-in-window', without: ['rules-known', 'in-ontario'] },
  {
    scenario: 'desk-in-another-zone',
    effect: 'desk-closed',
    without: ['desk-in-the-zone', 'thunder-bay', 'st-johns', 'kenora-follows-manitoba'],
  },
  { scenario: 'desk-in-another-zone:holiday-of-nova-scotia', effect: 'desk-closed', without: ['thunder-bay'] },
  { scenario: 'open-and-empty', effect: 'refused-empty', without: ['pharmacy-stays', 'pharmacy-busy'] },
  { scenario: 'packages-past-their-time', effect: 'expired', without: ['filled-for-a-week', 'keeps-for-long'] },
  { scenario: 'stopped-until-confirmed', effect: 'refused-out-of-service', without: ['no-rule'] },
  { scenario: 'stopped-until-confirmed', effect: 'nobody-to-confirm', without: ['no-rule', 'staff-confirm'] },
  { scenario: 'stopped-until-confirmed:tamper-alarm', effect: 'guard-stopped', without: ['no-rule'] },
  { scenario: 'power-cut', effect: 'jam', without: ['mains-hold', 'network-loss'] },
  { scenario: 'power-cut:controller-reset', effect: 'jam-interrupted', without: ['mains-hold', 'network-loss'] },
  { scenario: 'week-of-check-ins', effect: 'noticed-at-check-in', without: ['no-check-ins', 'none-of-it'] },
  { scenario: 'week-of-check-ins', effect: 'helping-remotely', without: ['no-remote-help', 'none-of-it'] },
  { scenario: 'meeting-staff', effect: 'met-staff', without: ['nobody'] },
  { scenario: 'meeting-staff', effect: 'met-nobody', without: ['staff-all-day'] },
  { scenario: 'meeting-staff', effect: 'noticed-on-round', without: ['nobody'] },
  { scenario: 'incident-from-another-site', effect: 'jam-hung-up', without: ['nothing-shared'] },
  { scenario: 'incident-from-another-site', effect: 'cleared-by-hand', without: ['nothing-shared', 'no-key-here-either'] },
  { scenario: 'staff-minutes:part-on-order', effect: 'part-came', without: ['', 'each-witnessed'] },
  { scenario: 'who-may-open', effect: 'opening-by-one', without: ['anybody-with-a-key'] },
];

/** How a scenario's expectation of this word fares on the world of another: its own, or one without the cause. */
function verdictOf(scenario: string, effect: string, worldOf: string): string | undefined {
  const run = new Run(libraryScenario(worldOf));
  run.finish();
  const expectations = libraryScenario(scenario).expectations.map(({ expectation }) => expectation);
  const fold = new ExpectationFold(expectations, expectationContext(run.spec));
  for (const entry of run.entries) fold.add(entry);
  const found = fold
    .result(run.length_us)
    .results.find(({ expectation }) =>
      expectation.kind === 'shows' ? expectation.see === effect : expectation.kind === 'never' && expectation.event === effect,
    );
  return found?.verdict;
}

describe('the cause of what a scenario shows about machine and support', { timeout: 60_000 }, () => {
  it.each(CAUSES.map((cause) => [cause.scenario, cause.effect, cause] as const))(
    '%s: %s holds, and without the cause it does not',
    (scenario, effect, { without }) => {
      expect(verdictOf(scenario, effect, scenario)).toBe('held');
      const name = scenario.split(':')[0] as string;
      for (const variant of without) {
        const world = variant === '' ? name : `${name}:${variant}`;
        expect(verdictOf(scenario, effect, world), variant).toBe('failed');
      }
    },
  );
});

describe('what it takes to measure the effect', { timeout: 60_000 }, () => {
  function outcomesOf(scenario: string): Outcomes {
    const run = new Run(libraryScenario(scenario));
    run.finish();
    const fold = new OutcomeFold(run.spec);
    for (const entry of run.entries) if (fold.wants(entry.source, entry.kind)) fold.add(entry);
    return fold.result(run.length_us);
  }

  it('week-of-check-ins: faults are noticed and cleared sooner than with none of it, on the same luck', () => {
    const [with_, without] = [outcomesOf('week-of-check-ins'), outcomesOf('week-of-check-ins:none-of-it')];
    expect(with_.due).toBe(without.due);
    expect(with_['to-notice']).toBeLessThan(without['to-notice'] as number);
    expect(with_['to-clear']).toBeLessThan(without['to-clear'] as number);
  });

  it('week-of-check-ins: a manual makes the work at the machine shorter, and nothing else later', () => {
    const [with_, without] = [outcomesOf('week-of-check-ins'), outcomesOf('week-of-check-ins:no-manual')];
    expect(with_['to-clear']).toBeLessThan(without['to-clear'] as number);
  });

  it('staff-minutes: a witness of each dose takes time of staff, which the machine alone does not', () => {
    const [alone, witnessed] = [outcomesOf('staff-minutes'), outcomesOf('staff-minutes:each-witnessed')];
    expect(alone['time:witness'] ?? 0).toBe(0);
    expect(witnessed['time:witness']).toBeGreaterThan(60_000);
    expect(alone['time:restocking, staff']).toBeGreaterThan(60_000);
  });
});
