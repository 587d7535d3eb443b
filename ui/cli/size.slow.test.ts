import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dosetwin, ended, start } from './test/dosetwin.js';

let folder = '';
let region = '';

/** Three towns of one road, a year that is short, few assumptions: a study of seconds. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dosetwin-size-'));
  region = join(folder, 'three-towns.yaml');
  writeFileSync(region, YAML);
  writeFileSync(join(folder, 'three-towns.places.csv'), PLACES);
  writeFileSync(join(folder, 'three-towns.candidates.csv'), CANDIDATES);
  writeFileSync(join(folder, 'three-towns.links.csv'), LINKS);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const YAML = `title: Three towns (hypothetical)
year: 2027
days: 30
zone: America/Toronto
support:
  technicians:
    t1: { place: harbour, hours: 'mon-fri 08:00-18:00' }
targets:
  served: 40 %
  reached: 60 %
  confidence: 70 %
`;
const PLACES = `name,id,latitude,longitude,population,people,people low,people high
Harbour,harbour,48.4,-89.2,12000,40,30,50
Landing,landing,48.6,-89.9,3000,20,10,30
Narrows,narrows,48.9,-90.4,3000,10,5,15
`;
const LINKS = `from,to,mode,km
harbour,landing,road,70
landing,narrows,road,60
`;
const CANDIDATES = `place,setting
harbour,housing
harbour,community
landing,housing
landing,community
narrows,housing
`;

it('[Z4] the same digits with 1, 2 and 5 workers, and after a stop: blocks that are done are not simulated again', async () => {
  const sized = async (words: readonly string[]) => {
    const { exit, stdout, stderr } = await dosetwin(['size', region, '--json', '--precision', '0.1', '--seed', '3', ...words]);
    expect([0, 1], stderr).toContain(exit);
    return JSON.parse(stdout) as { answer: { sentence: string }; digest: string; plans: unknown[]; report: string };
  };
  const one = await sized(['--workers', '1', '--out', join(folder, 'one')]);
  const two = await sized(['--workers', '2', '--out', join(folder, 'two')]);
  const stopped = join(folder, 'stopped');
  const exit = await stopAfter(2_500, ['size', region, '--precision', '0.1', '--seed', '3', '--workers', '2', '--out', stopped]);
  if (exit === 130)
    expect(readFileSync(join(stopped, 'size-three-towns-3.blocks'), 'utf8').split('\n')[0]).toContain('dosetwin sizing blocks 1');
  const five = await sized(['--workers', '5', '--resume', '--out', stopped]);
  for (const other of [two, five]) expect({ ...other, report: '' }).toEqual({ ...one, report: '' });
  expect(readFileSync(one.report, 'utf8')).toContain('Three towns');
});

async function stopAfter(ms: number, words: readonly string[]): Promise<number | null> {
  const child = start(words);
  setTimeout(() => child.kill('SIGINT'), ms);
  return (await ended(child)).exit;
}
