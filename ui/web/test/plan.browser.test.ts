import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedBench, serveBench } from '../../server/serve.js';
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
  });
});
