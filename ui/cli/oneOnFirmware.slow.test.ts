import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffRecords, loadScenario, type RunRecord, readRecord, recordRun } from '@dosetwin/scenarios';
import { findScenario } from '@dosetwin/scenarios/node/library';
import { expect, it } from 'vitest';
import { dosetwin, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();

/** The region around its first jam, 70 minutes in, the first calls for help and the technician's start. */
function shortRegion(): string {
  const found = findScenario('ten-machines');
  if ('problems' in found) throw new Error('ten-machines does not load');
  const text = found.scenario.text
    .replace('length: 30 h', 'length: 70 min')
    .replace(/\n.*machine: rail-1, cartridge: 2, cause.*/, '')
    .replace(/\nexpectations:[\s\S]*$/, '\nexpectations:\n  - never: order-begins-twice\n  - never: count-out-of-balance\n');
  return text;
}

function recordOnModel(name: string, text: string): RunRecord {
  const loaded = loadScenario(text, name);
  const resolved = 'problems' in loaded ? null : loaded.scenario.resolve(null);
  if (resolved === null) throw new Error(`${name} does not load`);
  const { run, record } = recordRun({ name, source: text, resolved });
  run.finish();
  return record();
}

it('[H4] one machine of ten on the firmware and nine on the model tell the same at level 2 as ten on the model', async () => {
  const text = shortRegion();
  const file = join(folder, 'short-region.yaml');
  writeFileSync(file, text);
  const { exit, stdout } = await dosetwin(['run', file, '--controller', 'mill-1=emulated', '--out', folder, '--json']);
  expect(exit).toBe(0);
  const said = JSON.parse(stdout);
  const { record: written } = readRecord(readFileSync(said.record, 'utf8'), 'short-region');
  const model = recordOnModel('short-region', text);
  if (written === null) throw new Error('the record cannot be read');
  expect(written.header.controllers).toMatchObject({ 'mill-1': 'emulated', 'nickel-1': 'model', 'island-1': 'model' });
  expect(diffRecords(model, written, { level: 2 })).toMatchObject({ equal: true });
  expect(said.digest).toBe(model.end?.digest);
  // The board was there, and had the jam.
  expect(written.entries.some(({ source, kind }) => source === 'mill-1/session' && kind === 'jam')).toBe(true);
  expect(said.controllerDigest).toMatch(/^[0-9a-f]{64}$/);
});
