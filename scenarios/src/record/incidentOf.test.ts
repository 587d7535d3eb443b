import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { Run } from '../run/Run.js';
import { incidentOf, incidentText } from './incidentOf.js';

function entriesOf(scenario: string) {
  const run = new Run(libraryScenario(scenario));
  run.finish();
  return run.entries;
}

describe('an incident that is taken from a record', () => {
  it('is, of stuck-dose-no-key, the faults of incident-from-another-site', () => {
    const incident = incidentOf(entriesOf('stuck-dose-no-key'), 'harbour-house-1');
    const [fault] = libraryScenario('incident-from-another-site').spec.faults;
    expect(incident).toEqual([{ at_us: fault?.at_us, cause: 'hang-up', cartridge: 19, lasted_us: null }]);
    expect(incidentText(incident, 'lakeside-house-1')).toBe(
      'faults:\n  - { at: +7500000 ms, machine: lakeside-house-1, cartridge: 19, cause: hang-up }\n',
    );
  });

  it('holds what befell the machine from around it, with its length, and nothing that people did', () => {
    const power = incidentOf(entriesOf('power-cut'), 'harbour-house-1');
    // It comes to an end when the machine has started again.
    expect(power).toEqual([{ at_us: 1_802_000_000, cause: 'power-cut', cartridge: 0, lasted_us: 1_245_000_000 }]);
    expect(incidentOf(entriesOf('power-cut'), 'another-1')).toEqual([]);
    expect(incidentText([], 'another-1')).toBe('faults: []\n');
  });
});
