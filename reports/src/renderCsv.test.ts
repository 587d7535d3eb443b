import { loadScenario, recordRun } from '@dosetwin/scenarios';
import { findScenario } from '@dosetwin/scenarios/node/library';
import { expect, it } from 'vitest';
import { renderCsv } from './renderCsv.js';
import { renderIncidentReport } from './renderIncidentReport.js';

function recordOf(text: (written: string) => string) {
  const found = findScenario('stuck-dose-no-key');
  if (!('scenario' in found)) throw new Error('the library lacks stuck-dose-no-key');
  const loaded = loadScenario(text(found.scenario.text), 'own.yaml');
  const resolved = 'scenario' in loaded ? loaded.scenario.resolve(null) : null;
  if (!resolved || !('scenario' in loaded)) throw new Error('it does not resolve');
  const recorded = recordRun({ name: '=SUM(1,2)', source: loaded.scenario.text, resolved });
  recorded.run.finish();
  return recorded.record();
}

it('a record’s outcomes are lines of a spreadsheet, whole columns in each, texts kept texts', () => {
  const record = recordOf((written) => written);
  const lines = renderCsv(record).trimEnd().split('\r\n');
  expect(lines[0]).toBe('scenario,variant,seed,measure,part,value,unit,says,how');
  expect(lines.find((line) => line.includes(',due,'))).toBe(`"'=SUM(1,2)",,41207,due,,30,doses,due,windows that began`);
  expect(lines.find((line) => line.includes(',time,nurse,'))).toMatch(/,time,nurse,\d+,ms,/);
  expect(lines.join('\n')).not.toMatch(/P\d\d/);
});

it('of a site’s own lists, counts of people below 5 are hidden, and the report shows neither the hours of staff nor fiction', () => {
  const record = recordOf((written) => `imported: yes\n${written}`);
  const lines = renderCsv(record).trimEnd().split('\r\n');
  expect(lines.filter((line) => /,[1-4](\.\d+)?,(doses|visits|people),/.test(line))).toEqual([]);
  expect(lines.find((line) => line.includes(',left-without,,'))).toMatch(/,<5,doses,/);
  expect(lines.find((line) => line.includes(',due,'))).toMatch(/,30,doses,/);
  const page = renderIncidentReport(record, null);
  expect(page).toContain('from a site’s own lists: keep it there');
  expect(page).not.toContain('fictional site');
  expect(page).not.toContain('class="week"');
  expect(
    renderIncidentReport(
      recordOf((written) => written),
      null,
    ),
  ).toContain('fictional site');
});
