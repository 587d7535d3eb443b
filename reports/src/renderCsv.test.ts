import { recordRun } from '@dosetwin/scenarios';
import { findScenario } from '@dosetwin/scenarios/node/library';
import { expect, it } from 'vitest';
import { renderCsv } from './renderCsv.js';

it('a record’s outcomes are lines of a spreadsheet, whole columns in each, texts kept texts', () => {
  const found = findScenario('stuck-dose-no-key');
  if (!('scenario' in found)) throw new Error('the library lacks stuck-dose-no-key');
  const resolved = found.scenario.resolve(null);
  if (!resolved) throw new Error('it does not resolve');
  const recorded = recordRun({ name: '=SUM(1,2)', source: found.scenario.text, resolved });
  recorded.run.finish();
  const record = recorded.record();
  const lines = renderCsv(record).trimEnd().split('\r\n');
  expect(lines[0]).toBe('scenario,variant,seed,measure,part,value,unit,says,how');
  expect(lines.find((line) => line.includes(',due,'))).toBe(`"'=SUM(1,2)",,41207,due,,30,doses,due,windows that began`);
  expect(lines.find((line) => line.includes(',time,nurse,'))).toMatch(/,time,nurse,\d+,ms,/);
  expect(lines.join('\n')).not.toMatch(/P\d\d/);
});
