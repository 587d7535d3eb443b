import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadScenario, recordRun } from '@dosetwin/scenarios';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedBench, serveBench } from '../../server/serve.js';
import { pack } from '../pack.js';
import { themedViolations } from './axeViolations.js';
import { libraryText } from './libraryText.js';
import { launch, NARROW, openJam, openPage, WIDE } from './openBench.js';
import { savedRecord } from './savedRecord.js';
import { shortJam } from './shortJam.js';

const MACHINE = 'harbour-house-1';
/** An afternoon of firmware in Node and in the page, on a machine that has other things to do. */
const AFTERNOON_MS = 600_000;
const folder = mkdtempSync(join(tmpdir(), 'dosetwin-'));
const shortFile = join(folder, 'short-jam.yaml');
let bench: ServedBench;
let browser: Browser;

beforeAll(async () => {
  writeFileSync(shortFile, shortJam().text);
  bench = await serveBench({ port: 0 });
  browser = await launch(false);
});

afterAll(async () => {
  await browser?.close();
  await bench?.close();
});

const register = (page: Page, name: string) =>
  page
    .locator('.register-block tr', { has: page.locator(`th:text-is("${name}")`) })
    .locator('td')
    .nth(1);

/** On the bench, chooses the firmware and waits for the question to come again. */
async function onFirmware(page: Page): Promise<void> {
  await page.locator('.controller-picker select').first().selectOption('emulated');
  await page.waitForFunction(() => location.hash === '#controller=emulated');
  await page.waitForSelector('.chart-live:text("as the board tells")');
  await page.waitForSelector('.question');
}

async function openShort(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(shortFile);
  await page.waitForSelector('.question');
}

async function openBoard(page: Page): Promise<void> {
  await page.keyboard.press('e');
  await page.waitForSelector('.frame-row[aria-current]');
}

/** Drawn points of the plot's canvas. */
const inked = (page: Page) =>
  page.locator('.current-plot canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, place) => place % 4 === 3 && value > 128).length;
  });

function endInNode(kind: 'model' | 'emulated') {
  const { name, text } = libraryText('stuck-dose-no-key');
  const loaded = loadScenario(text, name);
  const resolved = 'problems' in loaded ? null : loaded.scenario.resolve(null);
  if (resolved === null) throw new Error(`${name} does not load`);
  const { run, record } = recordRun({ name, source: text, resolved }, { controllers: { [MACHINE]: { kind } } });
  run.finish();
  return record().end;
}

describe("firmware in the page's worker", () => {
  it(
    'handles stuck-dose-no-key to the same digests as in Node, at level 2 as the model does, and its board can be looked at',
    async () => {
      const { page, errors } = await openPage(browser, bench.url);
      await openJam(page);
      await onFirmware(page);
      await openBoard(page);
      expect(await register(page, 'orderMode').innerText()).toBe('cartridge 19, hung-up');
      expect(await register(page, 'orderPhase').innerText()).toBe('vend, jammed');
      expect(await page.locator('.frame-row').count()).toBeGreaterThan(100);
      expect(await page.locator('.frame-row[aria-current] .frame-says').innerText()).toContain('status');
      await page.getByLabel('Which frames').selectOption('commands');
      await page.waitForFunction(() => document.querySelectorAll('.frame-row').length < 60);
      expect(await page.locator('.frame-row[aria-current]').innerText()).toContain('command vend, order 8, cartridge 19');
      expect(await page.locator('[role=img][aria-label*="Motor current"]').getAttribute('aria-label')).toMatch(
        /order 8: peak 50\d mA, 0 ms over the stall limit of 800 mA/,
      );
      expect(await inked(page)).toBeGreaterThan(2_000);
      expect(await page.locator('.beside-verdict').allInnerTexts()).toEqual(['the same', 'the same']);
      expect(await page.locator('.beside-chart .state-fault').textContent()).toBe('hung up');
      await page.keyboard.press('Escape');
      for (;;) {
        const lines = (await savedRecord(page)).map((line) => JSON.parse(line));
        const end = lines.at(-1)?.end;
        if (end !== undefined) {
          expect(lines[0].controllers).toEqual({ [MACHINE]: 'emulated' });
          const [node, model] = [endInNode('emulated'), endInNode('model')];
          expect({ upper: end.digest, lower: end.controllerDigest }).toEqual({
            upper: node?.digest,
            lower: node?.controllerDigest,
          });
          expect(end.digest).toBe(model?.digest);
          break;
        }
        await page.waitForTimeout(1_000);
      }
      expect(errors).toEqual([]);
      await page.context().close();
    },
    AFTERNOON_MS,
  );

  it('shows the board as it was at the instant shown, there and back, and jumps to a frame', async () => {
    const { page, errors } = await openPage(browser, bench.url);
    await openShort(page);
    await onFirmware(page);
    await openBoard(page);
    const back = page.locator('.board-time').getByRole('button', { name: 'Back to the event before' });
    const shown = async () => {
      await page.waitForTimeout(400);
      return page.locator('.board').innerText();
    };
    const there = await shown();
    for (let step = 0; step < 8; step += 1) await back.click();
    const before = await shown();
    expect(before).not.toBe(there);
    expect(await register(page, 'orderPhase').innerText()).toBe('vend, moving');
    for (let step = 0; step < 8; step += 1)
      await page.locator('.board-time').getByRole('button', { name: 'On to the next event' }).click();
    await page.getByRole('button', { name: 'To the jam' }).click();
    await page.waitForFunction(() => document.querySelector('.board-time time')?.textContent === '14:07:23.220');
    const frame = page.locator('.frame-row', { hasText: 'ring' }).last();
    const time = await frame.locator('time').innerText();
    await frame.click();
    await page.waitForFunction((text) => document.querySelector('.board-time time')?.textContent === text, time);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('goes back to the model from the start, keeps the choice in the address, and says what is not run yet', async () => {
    const { page, errors } = await openPage(browser, `${bench.url}#controller=emulated`);
    await page.locator('.door-jam').click();
    await page.waitForSelector('.run-note progress');
    await page.locator('.playhead-range').evaluate((range: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(range, '21000000000');
      range.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.getByText('17:50:00 is not run yet').waitFor();
    await page.getByRole('button', { name: 'Stay here' }).click();
    await page.locator('.controller-picker select').first().selectOption('model');
    await page.waitForSelector('.question');
    expect(new URL(page.url()).hash).toBe('#controller=model');
    expect(await page.locator('.run-note').count()).toBe(0);
    expect(JSON.parse((await savedRecord(page))[0] ?? '{}').controllers).toEqual({ [MACHINE]: 'model' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it.each([WIDE, NARROW])('has no axe violation on the board, light and dark, at $width × $height', async (viewport) => {
    const { page } = await openPage(browser, bench.url, { viewport });
    await openShort(page);
    const found: string[] = [];
    const check = async (where: string) => {
      found.push(...(await themedViolations(page)).map((one) => `${where}, ${one}`));
    };
    await page.keyboard.press('e');
    await page.waitForSelector('.board-none');
    await check('no board');
    await page.locator('dialog .controller-picker select').selectOption('emulated');
    await page.waitForSelector('.frame-row[aria-current]');
    await page.waitForSelector('.question', { state: 'attached' });
    await check('board');
    if (viewport === NARROW) {
      for (const part of ['current', 'registers', 'beside']) {
        await page.locator(`#board-tab-${part}`).click();
        await check(part);
      }
    }
    expect(found).toEqual([]);
    await page.context().close();
  });
});

describe('the packed file', () => {
  it('runs the firmware from a file with every request blocked', async () => {
    const file = await pack(join(folder, 'dosetwin.html'));
    const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
    const [asked, errors]: [string[], string[]] = [[], []];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith('file:')) return route.continue();
      asked.push(url);
      return route.abort();
    });
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('.library-row');
    await openShort(page);
    await onFirmware(page);
    await openBoard(page);
    expect(await register(page, 'orderMode').innerText()).toBe('cartridge 19, hung-up');
    expect(await inked(page)).toBeGreaterThan(2_000);
    expect(asked.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
