import { describe, expect, it } from 'vitest';
import { libraryText } from '../../test/libraryText.js';
import { runs } from './runs.js';

function finished(variant: string | null) {
  const run = runs.open(libraryText('stuck-dose-no-key'), variant, []);
  expect(run.verdicts()).toEqual([]);
  run.runUntil(run.facts.length_us);
  return run;
}

describe('verdictFacts', () => {
  it('knows each outcome at the entry that decides it, and what nothing decides at the end', () => {
    const { facts, entries, verdicts } = finished(null);
    const known = verdicts();
    expect(known.map((one) => one.says)).toEqual(facts.expectations.map((one) => one.says));
    const opened = known.find((one) => one.says.includes('door opened'));
    expect(opened?.verdict).toBe('held');
    expect(entries.find((one) => one.kind === 'door-opened')?.t_us).toBe(opened?.t_us);
    for (const one of known.filter(({ says, verdict }) => !says.startsWith('Within') && verdict !== 'failed'))
      expect(one.t_us, one.says).toBe(facts.length_us);
  });

  it('knows a wait in vain when its time is over', () => {
    const text = libraryText('stuck-dose-no-key').text.replace(
      'within: 3 h, see: door-opened',
      'within: 10 min, see: door-opened',
    );
    const run = runs.open({ name: 'impatient', text }, null, []);
    run.runUntil(run.facts.length_us);
    const jam = run.entries.find((one) => one.kind === 'jam');
    const late = run.verdicts().find((one) => one.says.includes('door opened'));
    expect(late).toMatchObject({ verdict: 'failed', t_us: (jam?.t_us ?? 0) + 600_000_000 });
  });
});
