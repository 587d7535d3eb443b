import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedBench, serveBench } from '../../server/serve.js';
import { launch, NARROW, openPage } from './openBench.js';
import { savedRecord } from './savedRecord.js';

let bench: ServedBench;
let browser: Browser;
/** All tests share one page, opened on the region by its row in the library. */
let page: Page;
let errors: string[];

beforeAll(async () => {
  bench = await serveBench({ port: 0 });
  browser = await launch(false);
  ({ page, errors } = await openPage(browser, bench.url));
  await page.locator('.library-open', { hasText: 'Ten machines in nine towns' }).click();
  await page.waitForSelector('.map-machine-fault');
});

afterAll(async () => {
  await browser?.close();
  await bench?.close();
});

const machine = (id: string) => page.locator(`#to-${id}`);
const shownWords = () => page.evaluate(() => document.querySelector('main')?.innerText ?? '');
const violations = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );

/** Who stands below each hinge, and what levels 2 and 3 have told up to the first jam, as the page saves it. */
async function toldToTheJam() {
  const [header = '{}', ...lines] = await savedRecord(page);
  const { controllers } = JSON.parse(header) as { controllers: Record<string, string> };
  const entries = lines.map((line) => JSON.parse(line)).filter((entry) => Array.isArray(entry) && entry[1] >= 2);
  const told = entries.map((entry) => entry.slice(0, 5));
  const jam = told.findIndex(([, , source, kind]) => source === 'mill-1/session' && kind === 'jam');
  return { controllers, told: told.slice(0, jam + 1) };
}

describe('a region of ten machines in the page, without WebGL', () => {
  it('opens on its map: each machine by its charts, who is on the way, the same there and back', async () => {
    expect(await page.locator('.map-machine').count()).toBe(10);
    expect(await machine('mill-1').innerText()).toBe('mill-1: jammed, unnoticed');
    expect(await page.locator('[data-testid=region-news]').innerText()).toContain('mill-1: jammed');
    const there = await shownWords();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await page.getByText('on the way to mill-1 since 10:37, 290 km').waitFor();
    await expect.poll(() => machine('mill-1').innerText()).toContain('help on the way');
    expect(await page.locator('.helper-sign').count()).toBe(1);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
    await expect.poll(shownWords).toBe(there);
    expect(await violations()).toEqual([]);
  });

  it('walks into a machine with Enter and back by its key, and the focus goes along', async () => {
    await machine('mill-1').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Package hung, drop beam never broken. Who has a key?').waitFor();
    expect(await page.locator('[data-testid=mirror]').innerText()).toContain('A package hangs on cartridge 4.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('way-back');
    await page.keyboard.press('5');
    await machine('mill-1').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('to-mill-1');
  });

  it('has a week of each site, with the gaps in words too', async () => {
    await page.keyboard.press('w');
    await page.waitForSelector('.day-strip');
    expect(await page.locator('.week-headline').innerText()).toBe('For 93 of 168 hours, nobody can help.');
    expect(await page.locator('.day-jam text').allTextContents()).toEqual(['jam, 10:28']);
    expect(await page.locator('.week-row').nth(1).innerText()).toContain('06:00 to 20:00: technician east, with key');
    expect(await violations()).toEqual([]);
    await page.getByLabel('Site').selectOption('island-town');
    expect(await page.locator('.week-axis').innerText()).toContain('Winnipeg');
    await page.keyboard.press('Escape');
  });

  it('on a phone has the same, the machines in words below the map', async () => {
    await page.setViewportSize(NARROW);
    await page.waitForSelector('.machine-list');
    expect(await page.locator('.machine-list li').count()).toBe(10);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violations()).toEqual([]);
    await page.locator('.machine-list button').first().click();
    await page.locator('.question').waitFor();
    // The clock and where one is stand beside the cabinet, not upon it.
    const clock = await page.locator('.clock-time').boundingBox();
    const cabinet = await page.locator('.phone-scene svg [data-part=cabinet]').boundingBox();
    expect((clock?.y ?? 0) + (clock?.height ?? 0)).toBeLessThanOrEqual(cabinet?.y ?? 0);
    await page.locator('#way-back').click();
    await page.waitForSelector('.machine-list');
  });
});

describe('one machine of the region on the firmware', () => {
  it('is picked in the page, runs there, and comes to the jam as on the model', async () => {
    const model = await toldToTheJam();
    await page.getByLabel('Firmware below').selectOption('mill-1');
    await page.waitForFunction(() => location.hash.includes('mill-1=emulated'));
    await page.getByText('stands on the firmware').first().waitFor();
    await page.waitForSelector('.machine-says-fault');
    expect(await page.locator('.machine-list button').first().innerText()).toContain('jammed, unnoticed');
    const firmware = await toldToTheJam();
    expect(firmware.controllers).toEqual({ ...model.controllers, 'mill-1': 'emulated' });
    expect(Object.values(firmware.controllers).filter((one) => one === 'model')).toHaveLength(9);
    expect(firmware.told.length).toBeGreaterThan(50);
    expect(firmware.told).toEqual(model.told);
    expect(errors).toEqual([]);
  });
});
