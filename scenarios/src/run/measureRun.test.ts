import { World } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { MeasureFold } from '../measures/MeasureFold.js';
import { OutcomeFold } from '../measures/outcome/OutcomeFold.js';
import { measureRun } from './measureRun.js';

const scenario = libraryScenario('stuck-dose-no-key');

describe('measuring without a trace', () => {
  const fold = new OutcomeFold(scenario.spec);
  const measures = new MeasureFold();
  const world = new World(scenario.spec, {
    seed: scenario.seed,
    onEntry: (entry) => {
      fold.add(entry);
      measures.add(entry);
    },
  });
  world.start();
  world.runUntil(scenario.spec.length_us);
  const outcomes = fold.result(scenario.spec.length_us);
  const { doses, jams, counts, palm, calls } = measures.result(scenario.spec.length_us);

  it('comes to the same as with one', () => {
    expect(measureRun(scenario)).toEqual(outcomes);
  });

  it('agrees with the measures of a record', () => {
    expect(outcomes).toMatchObject({
      due: doses.due,
      served: doses.served,
      'did-not-come': doses.didNotCome,
      'left-without': doses.leftWithout,
      'open-at-end': doses.waiting + doses.notYetCome,
      visits: doses.came,
      jams: jams.length,
      'to-clear': jams[0]?.toClearMs ?? null,
      unknown: counts.reduce((sum, { unknown }) => sum + unknown, 0),
      overrides: palm.overrides,
      asked: calls.length,
    });
    expect(outcomes['time:nurse']).toBe(calls.find(({ contact, spentMs }) => contact === 'nurse' && spentMs > 0)?.spentMs);
    expect(outcomes.due).toBe(30);
    expect(outcomes.jams).toBeGreaterThan(0);
  });

  it('gives no digest of a trace that nobody kept', () => {
    const unkept = new World(scenario.spec, { seed: 1, wants: () => false });
    expect(() => unkept.digests).toThrow('nobody keeps the trace');
  });
});
