import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { dosetwin } from './test/dosetwin.js';

const folder = mkdtempSync(join(tmpdir(), 'region-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a list of places and people becomes a region file, what was assumed is told, and validate takes it', async () => {
  const [towns, out] = [join(folder, 'towns.csv'), join(folder, 'own.yaml')];
  writeFileSync(towns, 'Our towns\n\nTown,Lat,Long,People\nHarbour,48.4,-89.2,20\nLanding,48.78,-89.95,6\n');
  const made = await dosetwin(['region', towns, '--zone', 'America/Toronto', '--out', out]);
  expect(made.exit).toBe(0);
  expect(made.stderr).toMatch(/2 places, 2 candidate sites\.\nNo list of candidate sites came along/);
  expect((await dosetwin(['validate', out])).stdout).toMatch(/own\.yaml: good \(A region of our own; 2 places/);
  const again = await dosetwin(['region', '--template', out]);
  expect([again.exit, again.stderr]).toEqual([2, expect.stringMatching(/own\.yaml is there already; name another file/)]);
});

it('what a list lacks is told by row and column', async () => {
  const towns = join(folder, 'bad.csv');
  writeFileSync(towns, 'name,latitude,longitude,people\nHarbour,48.4,-89.2,20\nLanding,,,6\n');
  const { exit, stderr } = await dosetwin(['size', towns, '--zone', 'America/Toronto', '--out', folder]);
  expect(exit).toBe(2);
  expect(stderr).toMatch(/bad\.csv, row 3, column A \(name\): 'Landing' has no coordinates/);
});

it('a workbook to fill in is planned for as it stands, with what programs ask for', async () => {
  const [file, out] = [join(folder, 'our.xlsx'), join(folder, 'out')];
  expect((await dosetwin(['size', '--template', file])).stdout).toBe(`${file}\n`);
  const { exit, stdout } = await dosetwin(['size', file, '--machines', '1-2', '--precision', '0.2', '--out', out, '--json']);
  expect(exit).toBe(0);
  const { answer, digest, plans, report } = JSON.parse(stdout);
  expect(answer.sentence).toMatch(/^[12] machines?, /);
  expect([digest.length, plans.length > 0, report]).toEqual([64, true, join(out, 'size-our-1.html')]);
});
