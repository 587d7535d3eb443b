import type { TraceEntry } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { Run } from './Run.js';

const SEEDS = [1, 2];

type Counted = (entry: TraceEntry) => boolean;
const kind =
  (name: string, key?: string, value?: string): Counted =>
  (entry) =>
    entry.kind === name && (key === undefined || entry.payload[key] === value);
const toPerson =
  (letter: string): Counted =>
  (entry) =>
    entry.kind === 'served' && entry.source.startsWith(letter);

/** What people did in each run so far, so that two tests of one scenario run it once. */
const known = new Map<string, readonly TraceEntry[]>();

function entriesOf(scenario: string, seed?: number): readonly TraceEntry[] {
  const name = `${scenario} ${seed}`;
  const before = known.get(name);
  if (before) return before;
  const run = new Run(libraryScenario(scenario, seed));
  run.finish();
  const entries = run.entries.filter(
    (entry) => entry.level >= 2 && !['state', 'command', 'signal', 'count'].includes(entry.kind),
  );
  known.set(name, entries);
  return entries;
}

/** How many entries of a sort a run has, over the seeds. */
function count(scenario: string, counted: Counted): number {
  return SEEDS.reduce((sum, seed) => sum + entriesOf(scenario, seed).filter(counted).length, 0);
}

/** With the cause there is an effect, and without it there is none: the cause, what is counted, and the world without it. */
const GONE: readonly (readonly [string, string, string, Counted])[] = [
  ['S7', 'faults-drive-people-away', 'without-faults', kind('left-for-pharmacy')],
  ['S8', 'doses-on-a-schedule:witnessed', '', kind('left-without', 'cause', 'no-witness')],
  ['S8', 'doses-on-a-schedule', 'without-strays', kind('refused', 'reason', 'too-early')],
  ['S9', 'one-doctor', 'without-a-full-list', kind('turned-away', 'rule', 'prescriber-full')],
  ['S10', 'northern-region:one-machine', '', kind('kept-away', 'because', 'distance')],
  ['S11', 'out-of-hours', 'housing', kind('left-without', 'cause', 'site-closed')],
  ['S12', 'evicted', 'without-eviction', kind('cartridge-freed')],
  ['S12', 'evicted', 'valid-at-any', kind('saw', 'what', 'transfer')],
  ['S13', 'sites-that-may-not-open', 'all-open', kind('not-opened')],
  ['S13', 'sites-that-may-not-open:tied-to-one-machine', '', kind('kept-away', 'because', 'not-opened')],
  ['S29', 'sites-that-may-not-open', 'consulted', kind('not-opened')],
  ['S14', 'who-is-turned-away', 'without-rules', kind('turned-away')],
  ['S14', 'who-is-turned-away', 'without-the-treatment-rule', kind('turned-away', 'rule', 'refuses-agonist-treatment')],
  ['S15', 'two-products', 'two-products', kind('kept-away', 'because', 'product')],
  ['S20', 'manual-and-a-call', 'no-manual', kind('looked-up', 'where', 'manual')],
  ['S20', 'manual-and-a-call', 'nobody-to-call', kind('looked-up', 'where', 'call')],
  ['S20', 'manual-and-a-call:neither', 'known-already', kind('looked-up', 'where', 'alone')],
  ['S24', 'settings-people-avoid', 'without-deterrence', kind('kept-away')],
  ['S24', 'settings-people-avoid', 'card', kind('kept-away', 'because', 'palm')],
  ['S24', 'settings-people-avoid', 'without-police', kind('kept-away', 'because', 'policed')],
  ['S25', 'another-province:bc-2026', '', kind('refused', 'reason', 'no-witness')],
  ['S25', 'another-province:on-2021', '', kind('turned-away', 'rule', 'requires-exemption')],
  ['S26', 'other-prescriptions', 'at-a-pharmacy', kind('others-left', 'how', 'apart')],
  ['S27', 'housing-and-community:housing-only', '', kind('turned-away', 'rule', 'tenants-only')],
  ['S28', 'pharmacy-and-machine:at-the-counter', '', kind('handed-over')],
  ['S30', 'from-assessment-to-first-dose', 'without-assessment', kind('saw', 'what', 'assessment')],
];

describe('an effect of the study goes with its cause', { timeout: 120_000 }, () => {
  it.each(GONE)('%s: %s, and without it %s', (id, scenario, variant, counted) => {
    const [name] = scenario.split(':') as [string];
    const without = count(variant === '' ? name : `${name}:${variant}`, counted);
    const withIt = count(scenario, counted);
    expect(withIt).toBeGreaterThan(0);
    // At a pharmacy a few stay where their person did not come in time, and two houses are one rule each.
    if (id === 'S26') expect(without).toBeLessThan(withIt / 2);
    else if (id === 'S27') expect(without).toBeLessThan(withIt);
    else expect(without).toBe(0);
  });

  it('S7: faults cost visits beyond those that they spoil, since people leave', () => {
    const came = kind('came');
    expect(count('faults-drive-people-away', came)).toBeLessThan(0.9 * count('faults-drive-people-away:key-on-site', came));
  });

  it('S9: weekly prescriptions ask more of the same doctor than there is, and lapse', () => {
    const lapsed = kind('left-without', 'cause', 'lapsed');
    expect(count('one-doctor:weekly-prescriptions', lapsed)).toBeGreaterThan(5 * count('one-doctor', lapsed) + 20);
  });

  it('S10: a stuck dose waits for the road, and not where somebody in town has a key', () => {
    const waited = (variant: string) => {
      const entries = entriesOf(`northern-region${variant}`, 1);
      const at = (name: string) => entries.find(kind(name))?.t_us ?? Number.NaN;
      return (at('door-opened') - at('jam')) / 3_600_000_000;
    };
    expect(waited('')).toBeGreaterThan(3);
    expect(waited(':key-in-each-town')).toBeLessThan(0.5);
  });

  it('S12: whoever is evicted has more doses where the prescription is valid at any machine', () => {
    expect(count('evicted:valid-at-any', toPerson('E'))).toBeGreaterThan(count('evicted', toPerson('E')));
  });

  it('S15: whoever asked for another product comes more often where the machine has it', () => {
    expect(count('two-products:two-products', toPerson('N'))).toBeGreaterThan(count('two-products', toPerson('N')));
  });

  it('S20: staff and a prescriber both know what to do sooner with a manual and a person to call', () => {
    const looking = (variant: string, role: string) =>
      SEEDS.flatMap((seed) => entriesOf(`manual-and-a-call${variant}`, seed))
        .filter(kind('looked-up', 'role', role))
        .reduce((sum, { payload }) => sum + Number(payload.took_us), 0);
    for (const role of ['staff', 'prescriber']) expect(2 * looking('', role)).toBeLessThan(looking(':neither', role));
  });

  it('S27: housing and community reach different people with the same number of machines', () => {
    const served = (variant: string) => ['B', 'O'].map((letter) => count(`housing-and-community${variant}`, toPerson(letter)));
    const [mixedB, mixedO] = served('') as [number, number];
    const [housingB, housingO] = served(':housing-only') as [number, number];
    expect(housingB).toBeGreaterThan(mixedB);
    expect([mixedO > 0, housingO]).toEqual([true, 0]);
  });

  it('S28: a pharmacy is paid less by a machine that it fills once a week, and not by one that it fills every day', () => {
    const paid = (variant: string) => count(`pharmacy-and-machine${variant}`, kind('pharmacy-paid'));
    const [weekly, counter, daily] = [paid(''), paid(':at-the-counter'), paid(':filled-every-day')];
    expect(weekly).toBe(30 * SEEDS.length);
    expect(counter).toBeGreaterThan(4 * weekly);
    expect(daily).toBeGreaterThan(4 * weekly);
  });

  it('S30: the first dose comes days later where somebody is assessed', () => {
    const first = (variant: string) => {
      const times = entriesOf(`from-assessment-to-first-dose${variant}`, 1)
        .filter(kind('first-dose'))
        .map(({ t_us }) => t_us);
      return times.reduce((sum, one) => sum + one, 0) / times.length;
    };
    expect(first('')).toBeGreaterThan(1.5 * first(':without-assessment'));
  });
});
