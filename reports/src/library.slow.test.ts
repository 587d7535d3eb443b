import { readdirSync, readFileSync } from 'node:fs';
import { loadScenario, type RunRecord, recordRun } from '@dosetwin/scenarios';
import { describe, expect, it } from 'vitest';
import { tagsOf, visibleText } from '../test/readHtml.js';
import { renderIncidentReport } from './renderIncidentReport.js';
import { renderJUnit } from './renderJUnit.js';
import { summariseForTerminal } from './summariseForTerminal.js';

const LIBRARY = new URL('../../scenarios/library/', import.meta.url);
const names = readdirSync(LIBRARY)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));

function recorded(name: string, variant: string | null = null): RunRecord {
  const source = readFileSync(new URL(`${name}.yaml`, LIBRARY), 'utf8');
  const loaded = loadScenario(source, `${name}.yaml`);
  const resolved = 'scenario' in loaded ? loaded.scenario.resolve(variant) : null;
  if (resolved === null) throw new Error(`${name} ${variant ?? ''} does not resolve`);
  const { run, record } = recordRun({ name, source, resolved });
  run.finish();
  return record();
}

describe('reports of real runs', () => {
  it.each(names)('%s: a page that balances, a suite and a screen, all from its own record', (name) => {
    const record = recorded(name);
    const page = renderIncidentReport(record, null);
    expect(tagsOf(page).unbalanced).toEqual([]);
    const text = visibleText(page);
    for (const said of [record.header.title, record.end?.digest ?? '', `seed ${record.header.seed}`])
      expect(text).toContain(said);
    expect(text).not.toMatch(/undefined|NaN|\[object|could not be read/);
    expect(renderJUnit(record).match(/<testcase /g)).toHaveLength(record.end?.expectations.length ?? -1);
    const lines = summariseForTerminal(record, { record: null, report: null }).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(100);
  });

  it('the stuck dose: what stuck, who was asked, what they said and who came', () => {
    const text = visibleText(renderIncidentReport(recorded('stuck-dose-no-key'), null));
    expect(text).toMatch(/At 14:07:\d\d a package hung on its coil, in cartridge 19, after three further half turns\./);
    expect(text).toMatch(
      /On outreach, free at 16:30\. Has a key\. Within hours, but on outreach since 12:30\. On site at 16:\d\d\./,
    );
    expect(text).toMatch(/Closed, opens Wed 04:30\. Has no key\. Closed since 12:30\./);
  });

  it('a variant says that it is one', () => {
    const text = visibleText(renderIncidentReport(recorded('stuck-dose-no-key', 'key-on-site'), null));
    expect(text).toContain('Stuck dose, a key on site');
    expect(text).toContain('stuck-dose-no-key, variant key-on-site');
  });
});
