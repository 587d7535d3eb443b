import { type Block, type Region, regionTools, runStudy, type Study, type Totals } from '@dosetwin/scenarios';
import { loadRegion } from '@dosetwin/scenarios/node/regions';
import { expect, it } from 'vitest';
import { renderStudy } from './renderStudy.js';
import { studyCsv } from './studyCsv.js';
import { studyForTerminal } from './studyForTerminal.js';
import { studyGeoJson } from './studyGeoJson.js';

/** A stand-in for the simulation: each machine reaches three in a hundred, more or less by the future's number. */
function totalsOf({ plan, from, overrides }: Block): readonly Totals[] {
  const machines = plan.sites.reduce((sum, site) => sum + site.machines, 0);
  return Array.from({ length: 8 }, (_, i) => {
    const fewer = Object.keys(overrides).length > 0 ? 2 : 0;
    const reached = Math.min(1000, 30 * machines + (((from + i) * 7) % 11) * 10 - 10 * fewer);
    const due = reached * 365;
    const none = { lostToDown: 0, lostToJam: 0, lostToEmpty: 0, lostToPalm: 0, lostToClosed: 0, servedElsewhere: 0, faults: 0 };
    const more = { down_min: 0, clearing_min: 0, waiting_min: 0, staff_min: due, technician_km: 0, travelled_m: due * 1500 };
    return {
      people: 1000,
      reached,
      ...{ tooFar: 0, notOpened: 0, full: 1000 - reached, limited: 0 },
      machines,
      due,
      stayedAway: due * 0.1,
      came: due * 0.9,
      served: due * 0.9,
      cost: machines * 30_000,
      ...none,
      ...more,
    };
  });
}

async function aStudy(): Promise<{ study: Study; region: Region }> {
  const read = loadRegion('interior-bc');
  if ('problems' in read) throw new Error('interior-bc does not load');
  const region: Region = {
    ...read.region,
    targets: { served: 0.5, reached: 0.6, confidence: 0.8 },
    budget: {},
    candidates: read.region.candidates.slice(0, 24),
  };
  const tools = {
    ...regionTools(region, 1),
    agree: () => Promise.resolve([]),
    run: (blocks: readonly Block[]) => Promise.resolve(blocks.map(totalsOf)),
  };
  const study = await runStudy(region, tools, { seed: 1, precision: 0.1, machines: [17, 22] });
  return { study, region };
}

it('a study becomes a page, a table, a map for other programs and lines for a terminal, all with the same answer', async () => {
  const { study, region } = await aStudy();
  // 30 n + 0 to 100 must be 600 of 1000: 18 machines hold it in 5 of 11 futures, 19 in 8, 20 in all.
  const { machines } = study.answer;
  expect(machines).toBe(20);
  const page = renderStudy(study, region, null);
  expect(page).toContain('<div class="figure">20<small>machines</small></div>');
  expect(page).not.toMatch(/NaN|undefined|\[object|<script/);
  expect(page).toContain('hypothetical: nothing here exists, is planned or is wanted');
  for (const { name } of region.places) expect(page).toContain(name);
  // Counts of people below 5 are hidden, in the page and in what other programs read.
  expect(page).not.toMatch(
    /<td class="number">[1-4]<\/td><td class="number">[1-4]<\/td><td class="number">[1-4]<\/td><td class="quiet">/,
  );
  const map = JSON.parse(studyGeoJson(study, region)) as {
    features: { properties: { kind: string; people: number | null; machines?: number } }[];
  };
  expect(
    map.features
      .filter(({ properties }) => properties.kind === 'site')
      .reduce((sum, { properties }) => sum + (properties.machines ?? 0), 0),
  ).toBe(20);
  for (const { properties } of map.features) expect([1, 2, 3, 4]).not.toContain(properties.people);
  const lines = studyCsv(study).trimEnd().split('\r\n');
  expect(lines).toHaveLength(study.plans.length + 1);
  expect(lines.filter((line) => line.includes(',yes,'))).toEqual([expect.stringMatching(/^20,yes,/)]);
  expect(studyForTerminal(study, region)).toContain(study.answer.sentence);
});
