import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { regionFromFiles, writeRegionFiles, writeRegionTemplate } from './regionFiles.js';
import { loadRegion } from './regions.js';

const folder = mkdtempSync(join(tmpdir(), 'region-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a planner's files", () => {
  it('become a region file that loads as the same region', async () => {
    writeFileSync(join(folder, 'towns.csv'), 'name,latitude,longitude,people\nHarbour,48.4,-89.2,20\n');
    const found = await regionFromFiles('own', [join(folder, 'towns.csv')], { zone: 'America/Toronto' });
    if ('problems' in found) throw new Error(found.problems[0]?.message);
    const [file = ''] = writeRegionFiles(join(folder, 'out/own.yaml'), found.region);
    expect(loadRegion(file)).toEqual({ region: found.region });
  });

  it('that are not there are told, and a template loads as it stands', async () => {
    expect(await regionFromFiles('own', [join(folder, 'none.csv')])).toMatchObject({
      problems: [{ message: expect.stringMatching(/does not exist; check the path/) }],
    });
    const [file = ''] = writeRegionTemplate(join(folder, 'new.yaml'));
    expect(loadRegion(file)).toMatchObject({ region: { id: 'new', title: 'A region of our own' } });
  });
});
