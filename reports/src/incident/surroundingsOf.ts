import { loadScenario, type ResolvedScenario, type RunRecord } from '@dosetwin/scenarios';
import { contactSpells, localTime, PARAMETERS } from '@dosetwin/twin';
import type { ReportSurroundings } from './ReportSurroundings.js';

/** What lies around a record, from the scenario's text that it carries. A text that cannot be read is left out and said. */
export function surroundingsOf(record: RunRecord): ReportSurroundings {
  const scenario = scenarioOf(record);
  const { epoch_us, length_us } = record.header;
  return {
    scenario: scenario && { about: scenario.about, study: scenario.study, world: scenario.spec, isImported: scenario.isImported },
    localTime,
    spells: (id) => {
      const contact = scenario?.spec.contacts.find((one) => one.id === id);
      return contact ? contactSpells(contact, epoch_us, length_us) : [];
    },
    parameterBlocks: PARAMETERS,
  };
}

function scenarioOf({ header }: RunRecord): ResolvedScenario | null {
  const loaded = loadScenario(header.source, header.scenario);
  return 'scenario' in loaded ? loaded.scenario.resolve(header.variant, header.seed) : null;
}
