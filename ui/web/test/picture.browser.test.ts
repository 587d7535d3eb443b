import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../pack.js';
import { axeViolations } from './axeViolations.js';
import { launch, openJam, openPage } from './openBench.js';
import { pictureDifference } from './pictureDifference.js';

let browser: Browser;
let file: string;

beforeAll(async () => {
  file = await pack(join(mkdtempSync(join(tmpdir(), 'dosetwin-')), 'dosetwin.html'));
  browser = await launch(true);
});

afterAll(async () => {
  await browser?.close();
});

/** What the page shows once it changes no more. */
async function settled(page: Page): Promise<Buffer> {
  let last = await page.screenshot();
  for (;;) {
    await page.waitForTimeout(1500);
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
}

describe('the packed file, in a browser that draws in software', () => {
  it('opens from a file with every request blocked, draws, and scrubs back and forth to the same picture', async () => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 760 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(180_000);
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith('file:')) return route.continue();
      asked.push(url);
      return route.abort();
    });
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('.library-row');
    await openJam(page);
    await page.keyboard.press('ArrowLeft');
    const there = await settled(page);
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowLeft');
    const before = await settled(page);
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
    const again = await settled(page);
    expect(await pictureDifference(page, before, there)).toBeGreaterThan(40);
    expect(await pictureDifference(page, again, there)).toBe(0);
    expect(asked.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
    await page.close();
  });

  it('names no module of Node and no other address to load from', () => {
    const html = readFileSync(file, 'utf8');
    expect(html).not.toMatch(/(?:from|import|require)\s*\(?\s*[`"']node:/);
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=["']?(?:https?:)?\/\//);
    expect(readdirSync(join(file, '..'))).toEqual(['dosetwin.html']);
  });
});

describe('the machine in three dimensions, in a browser that draws in software', () => {
  it.each(['light', 'dark'] as const)('is drawn with no error and no axe violation: %s', async (colorScheme) => {
    const { page, errors } = await openPage(browser, pathToFileURL(file).href, { colorScheme });
    const rules = colorScheme === 'light' ? 'all' : 'contrast';
    await page.waitForSelector('.first-picture canvas');
    await page.waitForSelector('.picture:not(.picture-waiting)');
    expect(await axeViolations(page, rules)).toEqual([]);
    await openJam(page);
    await page.waitForSelector('.bench-picture canvas');
    expect(await axeViolations(page, rules)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('is the same picture after the process that draws it was killed', async () => {
    const { page } = await openPage(browser, pathToFileURL(file).href);
    await openJam(page);
    await page.waitForSelector('.bench-picture canvas');
    const there = await settled(page);
    const chromium = await browser.newBrowserCDPSession();
    const { processInfo } = await chromium.send('SystemInfo.getProcessInfo');
    for (const { id, type } of processInfo) if (type === 'GPU') process.kill(id, 'SIGKILL');
    await page.waitForEvent('console', (message) => /context restored/i.test(message.text()));
    const again = await settled(page);
    expect(await pictureDifference(page, again, there)).toBe(0);
    await page.context().close();
  });
});
