import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRECISION, simulateBlock } from '@dosetwin/scenarios';
import { loadRegion } from '@dosetwin/scenarios/node/regions';
import { sizeRegion } from '@dosetwin/scenarios/node/sizeRegion';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedBench, serveBench } from '../../server/serve.js';
import { SEED } from '../src/plan/worker/SEED.js';
import { axeViolations, themedViolations } from './axeViolations.js';
import { launch, NARROW, openPage } from './openBench.js';

/** Few people and few places, so that the plan is found in seconds. */
const BROKEN =
  'Our towns,,,\nname,latitude,longitude,people\nFirst Town,49.9,-119.5,30\nSecond Town,,,12\nThird Town,about 50,-119.3,9';
const TOWNS = 'name,latitude,longitude,people\nFirst Town,49.9,-119.5,30\nSecond Town,50.02,-119.4,12\nFar Town,51.5,-121.5,6';

let bench: ServedBench;
let browser: Browser;
/** All tests share one page: each begins where the one before it ended, as a planner does. */
let page: Page;
let errors: string[];
/** Of the study that the page made. */
let digest: string | undefined;

beforeAll(async () => {
  bench = await serveBench({ port: 0 });
  browser = await launch(false);
  ({ page, errors } = await openPage(browser, bench.url));
});

afterAll(async () => {
  await browser?.close();
  await bench?.close();
});

describe('a planner, from a spreadsheet to a report', () => {
  it('opens the door, and is told of each cell that cannot be read', async () => {
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Paste a table' }).click();
    await page.getByLabel('The table, with its row of headings').fill(BROKEN);
    await page.getByRole('button', { name: 'Read the table' }).click();
    const told = page.locator('.plan-problems li');
    await expect.poll(() => told.count()).toBe(2);
    expect(await told.nth(0).innerText()).toMatch(/row 4, column A name\n.*'Second Town' has no coordinates/);
    expect(await told.nth(1).innerText()).toMatch(/row 5, column B latitude\n.*'about 50'/);
    expect(await themedViolations(page)).toEqual([]);
  });

  it('sees what was understood, what was assumed, and sets what is wanted', async () => {
    await page.getByLabel('The table, with its row of headings').fill(TOWNS);
    await page.getByRole('button', { name: 'Read the table' }).click();
    await page.waitForSelector('.plan-go');
    expect(await page.locator('.understood-counts').innerText()).toMatch(/places\s+3\s+people likely, 48 to 48\s+48/);
    expect(await page.locator('.plan-notes').innerText()).toContain('No list of links came along');
    await expect.poll(() => page.locator('.map-name').count()).toBe(3);
    const reach = page.getByLabel('People within reach of a machine, at least');
    await reach.fill('700');
    expect(await page.getByRole('button', { name: 'Find the plan' }).isDisabled()).toBe(true);
    await reach.fill('40');
    await page.getByLabel('Due doses of those within reach that are got, at least').fill('30');
    await page.getByLabel('Futures in which that shall hold, at least').fill('60');
    expect(await axeViolations(page)).toEqual([]);
  });

  it('finds the plan with one button, in the page alone', async () => {
    await page.getByRole('button', { name: 'Find the plan' }).click();
    await page.waitForSelector('[data-testid=plan-sentence]');
    expect(await page.locator('h1').innerText()).toMatch(/^\d+ machines?/);
    expect(await page.locator('.map-machine-mark').count()).toBeGreaterThan(0);
    expect(await page.locator('.table-plan').count()).toBeGreaterThan(1);
    expect(await themedViolations(page)).toEqual([]);
  });

  it('moves a machine by the keyboard, and sees its estimate beside the computed plan', async () => {
    const before = await page.locator('.table-plan').count();
    await page.locator('.map-machine-mark').first().focus();
    await page.keyboard.press('Enter');
    const target = page.locator('.map-target');
    for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowRight', 'ArrowDown'])
      if ((await target.count()) === 0) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.locator('.table-note', { hasText: 'simulated' }).waitFor();
    expect(await page.locator('.table-plan').count()).toBe(before + 1);
    expect(await page.locator('tbody tr').first().innerText()).toMatch(/Own plan 1.*\d+ \(\d+ to \d+\)/s);
  });

  it('has the same on a phone, with nothing beside the edge, and takes the report along', async () => {
    await page.setViewportSize(NARROW);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
    expect(await axeViolations(page)).toEqual([]);
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Report', exact: true }).click(),
    ]);
    const html = readFileSync(await report.path(), 'utf8');
    expect(html).toContain('planning study');
    expect(html).toContain('First Town');
    expect(errors).toEqual([]);
    digest = /<dd class="mono digest">(\w{64})</.exec(html)?.[1];
  });

  it('[Z4] comes to the digest to which the command line comes from the same region file', async () => {
    const [archive] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Region file', exact: true }).click(),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'dosetwin-plan-'));
    const files = Object.entries(unzipSync(readFileSync(await archive.path())));
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const read = loadRegion(join(folder, files.find(([name]) => name.endsWith('.yaml'))?.[0] as string));
    if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'));
    // What the command does, without its threads: how many there are changes no digit.
    const study = await sizeRegion(read.region, {
      ...{ seed: SEED, precision: PRECISION, store: { path: join(folder, 'kept.blocks'), goOn: false } },
      run: async (blocks, onDone) =>
        onDone(
          0,
          blocks.map((block) => simulateBlock(read.region, SEED, block)),
        ),
    });
    rmSync(folder, { recursive: true });
    expect(study.digest).toBe(digest);
  });
});
