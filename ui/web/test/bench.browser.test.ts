import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedBench, serveBench } from '../../server/serve.js';
import { themedViolations } from './axeViolations.js';
import { launch, NARROW, openJam, openPage, WIDE } from './openBench.js';
import { savedRecord } from './savedRecord.js';

let bench: ServedBench;
let browser: Browser;

beforeAll(async () => {
  bench = await serveBench({ port: 0 });
  browser = await launch(false);
});

afterAll(async () => {
  await browser?.close();
  await bench?.close();
});

const clockText = (page: Page) => page.locator('.clock-time').innerText();

describe('the bench in a browser without WebGL', () => {
  it('opens on the first screen: its doors, the library, what all of it rests on', async () => {
    const { page, errors } = await openPage(browser, bench.url);
    expect(await page.locator('h1').innerText()).toContain('before it happens');
    expect(await page.locator('.door').count()).toBe(2);
    expect(await page.locator('.library-row').count()).toBeGreaterThanOrEqual(3);
    await page.getByRole('button', { name: 'See which' }).click();
    expect(await page.locator('.assumptions tbody tr').count()).toBeGreaterThan(20);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('plays by itself from before the palm to the question, and rests there', async () => {
    const { page, errors } = await openPage(browser, bench.url, { reducedMotion: 'no-preference' });
    await page.locator('.door-jam').click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(await clockText(page)).toMatch(/^14:07/);
    await page.waitForSelector('.question');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    expect(await page.locator('.question h2').innerText()).toBe('Package hung, drop beam never broken. Who has a key?');
    expect(await page.locator('[aria-live=assertive]').innerText()).toContain('cartridge 19');
    expect(await page.getByRole('switch').getAttribute('aria-checked')).toBe('true');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('winds back and forth by the keyboard to the same words', async () => {
    const { page } = await openPage(browser, bench.url);
    await openJam(page);
    await page.keyboard.press('ArrowLeft');
    // How many rows there is room for is measured after what stands around them is drawn.
    const words = async () => {
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      return page.evaluate(() => document.querySelector('main')?.innerText ?? '');
    };
    const there = await words();
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowLeft');
    expect(await words()).not.toBe(there);
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight');
    expect(await words()).toBe(there);
    await page.context().close();
  });

  it('goes with the pointer on the timeline, there and back', async () => {
    const { page } = await openPage(browser, bench.url);
    await openJam(page);
    const lanes = await page.locator('.lanes svg').boundingBox();
    if (lanes === null) throw new Error('no timeline');
    const y = lanes.y + lanes.height / 2;
    const [first, second] = [lanes.x + 200, lanes.x + 300];
    await page.mouse.move(first, y);
    await page.mouse.down();
    const pressed = await clockText(page);
    await page.mouse.move(second, y, { steps: 5 });
    const dragged = await clockText(page);
    await page.mouse.move(first, y, { steps: 5 });
    expect(await clockText(page)).toBe(pressed);
    await page.mouse.move(second, y);
    await page.mouse.up();
    expect(await clockText(page)).toBe(dragged);
    // Released, the pointer moves nothing.
    await page.mouse.move(first, y);
    expect(await clockText(page)).toBe(dragged);
    expect(pressed < dragged && dragged < '14:07').toBe(true);
    await page.context().close();
  });

  it('lets nobody act on a cartridge that the machine does not have', async () => {
    const { page } = await openPage(browser, bench.url);
    await openJam(page);
    await page.keyboard.press('h');
    const hang = page.getByRole('button', { name: 'A package hangs' });
    expect(await hang.isEnabled()).toBe(true);
    for (const typed of ['99', '', '0', '7.5']) {
      await page.getByLabel('Cartridge', { exact: true }).fill(typed);
      expect(await hang.isEnabled(), typed).toBe(false);
    }
    await page.context().close();
  });

  it('marks faults, hands and what came of each expectation, also for those who do not see the marks', async () => {
    const { page } = await openPage(browser, bench.url);
    await openJam(page);
    const marks = page.locator('[data-testid=marks]');
    expect(await marks.innerText()).toContain('14:05 package hangs, cartridge 19');
    expect(await page.locator('.mark-fault').count()).toBe(1);
    expect(await page.locator('.verdict').count()).toBe(0);
    await page.keyboard.press('h');
    await page.getByRole('button', { name: 'The beam goes blind' }).click();
    await page.getByRole('button', { name: 'Open the door' }).click();
    await page.keyboard.press('Escape');
    expect(await page.locator('.mark-fault-put').count()).toBe(1);
    expect(await page.locator('.mark-hand').count()).toBe(1);
    await page.keyboard.press('c');
    await page.locator('.verdicts li').first().waitFor();
    expect(await page.locator('.lanes .verdict').count()).toBeGreaterThan(1);
    expect(await marks.innerText()).toContain('No order begins its motion twice');
    await page.context().close();
  });

  it('makes a branch of a hand from a wound-back instant, says so, and goes back', async () => {
    const { page, errors } = await openPage(browser, bench.url);
    await openJam(page);
    await page.keyboard.press('c');
    await page.getByText('The run ends here').waitFor();
    await page.keyboard.press('j');
    await page.waitForSelector('.ways, .answers');
    await page.keyboard.press('h');
    await page.getByRole('button', { name: 'Open the door' }).click();
    await page.keyboard.press('Escape');
    await page.waitForSelector('.branch-note');
    await expect
      .poll(async () => {
        await page.keyboard.press('Shift+ArrowRight');
        return page.locator('[data-testid=mirror]').innerText();
      })
      .toContain('Door open.');
    await page.getByRole('button', { name: 'Back to the run as it was' }).click();
    await page.waitForSelector('.branch-note', { state: 'detached' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('puts a key on site as an input, and the saved record holds it', async () => {
    const { page } = await openPage(browser, bench.url);
    await openJam(page);
    await page.keyboard.press('b');
    await page.locator('.answers').getByText('door opened by site staff').waitFor();
    const lines = await savedRecord(page);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ format: 'dosetwin-record', scenario: 'stuck-dose-no-key' });
    expect(lines.some((line) => line.includes('"input","key-on-site"'))).toBe(true);
    await page.context().close();
  });

  it('obeys the keyboard: views, look inside, log, help, charts', async () => {
    const { page } = await openPage(browser, bench.url);
    await openJam(page);
    await page.keyboard.press('3');
    expect(await page.getByRole('button', { name: 'Chute' }).getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('i');
    expect(await page.getByRole('switch').getAttribute('aria-checked')).toBe('false');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await page.getByPlaceholder('Filter by text').fill('hung up');
    await page.waitForFunction(() => /^[1-9] of /.test(document.querySelector('.log-count')?.textContent ?? ''));
    await page.keyboard.press('Escape');
    const chart = await page.locator('.chart-head select').inputValue();
    await page.keyboard.press('n');
    expect(await page.locator('.chart-head select').inputValue()).not.toBe(chart);
    await page.context().close();
  });

  it.each([WIDE, NARROW])('has no axe violation, light and dark, at $width × $height', async (viewport) => {
    const { page } = await openPage(browser, bench.url, { viewport });
    const found: string[] = [];
    const check = async (where: string) => {
      found.push(...(await themedViolations(page)).map((one) => `${where}, ${one}`));
    };
    await check('first screen');
    await page.getByRole('button', { name: 'See which' }).click();
    await check('figures');
    await page.keyboard.press('Escape');
    await openJam(page);
    await check('bench');
    for (const key of ['2', '3', '4', '1']) {
      await page.keyboard.press(key);
      await check(`view ${key}`);
    }
    if (viewport === NARROW) {
      for (const tab of ['log', 'chart', 'timeline']) {
        await page.locator(`#tab-${tab}`).click();
        await check(tab);
      }
    } else {
      const sheets: Readonly<Record<string, () => Promise<void>>> = {
        log: () => page.keyboard.press('l'),
        hands: () => page.keyboard.press('h'),
        keys: () => page.keyboard.press('?'),
        chart: () => page.getByRole('button', { name: 'Show the whole chart larger' }).click(),
      };
      for (const [name, open] of Object.entries(sheets)) {
        await open();
        await page.waitForSelector('dialog[open]');
        if (name === 'chart') await page.waitForSelector('dialog .chart-drawing');
        await check(`sheet ${name}`);
        await page.keyboard.press('Escape');
        await page.waitForSelector('dialog[open]', { state: 'detached' });
      }
    }
    if (viewport === NARROW) await page.locator('#tab-machine').click();
    await page.keyboard.press('c');
    await page.waitForSelector('.verdicts');
    await check('the end');
    expect(found).toEqual([]);
    await page.context().close();
  });
});
