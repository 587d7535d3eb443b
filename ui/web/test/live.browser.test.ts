import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveBench, liveBench, until } from '../../server/test/liveBench.js';
import { paperBoards } from '../../server/test/paperBoards.js';
import { axeViolations } from './axeViolations.js';
import { launch, PATIENCE_MS, WIDE } from './openBench.js';

let browser: Browser;
const benches: LiveBench[] = [];

beforeAll(async () => {
  browser = await launch(false);
});

afterAll(async () => {
  await browser?.close();
  for (const bench of benches) await bench.close();
});

async function open(pace: 1 | 60): Promise<LiveBench> {
  const bench = await liveBench('stuck-dose-no-key', { run: { pace }, page: true });
  benches.push(bench);
  void bench.run.live();
  return bench;
}

/** A page that followed a link. */
async function follow(bench: LiveBench, hash: string): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${bench.url}${hash}`);
  await page.getByText('Live', { exact: true }).waitFor();
  return { page, errors };
}

const clockOf = (page: Page) => page.locator('.clock-time').innerText();

describe('a page that joins a live run', () => {
  it('sees it go on, acts, and another page sees what it did', async () => {
    const bench = await open(60);
    const [acting, watching] = [await follow(bench, `#live=${bench.tokens.act}`), await follow(bench, '')];
    await acting.page.getByText('shared with 1 other').waitFor();
    const before = await clockOf(watching.page);
    await until(() => bench.run.now_us > 120_000_000);
    await expect.poll(() => clockOf(watching.page), { timeout: PATIENCE_MS }).not.toBe(before);

    await acting.page.getByRole('button', { name: 'Hands and faults' }).click();
    await acting.page.getByRole('button', { name: /^Open the door/ }).click();
    await watching.page
      .locator('.log-column, .bench-story')
      .getByText(/open door|door open/i)
      .first()
      .waitFor();
    expect(bench.run.recorded.run.inputs).toMatchObject([{ kind: 'hand', hand: 'open-door', role: 'engineer' }]);

    // Pausing is for everybody; a page that only watches has no button for it.
    await acting.page.keyboard.press('Escape');
    await acting.page.getByRole('button', { name: 'Pause the run' }).click();
    await until(() => bench.run.paused);
    expect(await watching.page.getByRole('button', { name: 'Pause the run' }).count()).toBe(0);
    await expect.poll(async () => (await clockOf(watching.page)) === (await clockOf(acting.page))).toBe(true);
    expect([...acting.errors, ...watching.errors]).toEqual([]);
  });

  it('says calmly that the connection is lost, and has missed nothing once it is back', async () => {
    const bench = await open(60);
    const { page, errors } = await follow(bench, `#live=${bench.tokens.act}`);
    await page.context().setOffline(true);
    bench.server.dropAll();
    await page.getByText('Connection lost').waitFor();
    expect(await page.locator('.clock-time').count()).toBe(1);
    await page.context().setOffline(false);
    await page.getByText('Live', { exact: true }).waitFor();
    bench.run.control({ pause: true });
    const all = bench.view(bench.tokens.act);
    await until(() => all.state?.paused === true && all.entries.length === all.state.count);
    await page.getByRole('button', { name: 'Log', exact: true }).click();
    await page.getByText(`of ${all.entries.length} entries`).waitFor();
    expect(errors).toEqual([]);
  });

  it('shows whether motors are armed, what is asked at the machine, and a board that goes and comes', async () => {
    const boards = paperBoards([]);
    const bench = await liveBench('stuck-dose-no-key', { run: { paused: true, boards }, page: true });
    benches.push(bench);
    void bench.run.live();
    const [arming, watching] = [await follow(bench, `#live=${bench.tokens.arm}`), await follow(bench, '')];
    for (const { page } of [arming, watching]) await page.getByText('Motors are not armed: none moves').waitFor();
    expect(await watching.page.getByRole('button', { name: 'Arm the motors' }).count()).toBe(0);
    const arm = arming.page.getByRole('button', { name: 'Arm the motors' });
    expect(await arm.isDisabled()).toBe(true);
    await arming.page.getByLabel('Only inert packages are loaded').check();
    await arm.click();
    for (const { page } of [arming, watching]) await page.getByText('Motors are armed: inert packages only').waitFor();

    boards.raise('free');
    boards.plug(false);
    for (const { page } of [arming, watching]) await page.getByText('does not answer').waitFor();
    const done = arming.page.getByRole('button', { name: 'Done', exact: true });
    expect(await done.isDisabled()).toBe(true);
    await arming.page.getByLabel('On its coil').fill('13');
    await arming.page.getByLabel('In the reject bin').fill('1');
    for (const { page } of [arming, watching]) expect(await axeViolations(page)).toEqual([]);
    await done.click();
    await until(() => boards.counts.length === 1);
    expect(boards.counts).toEqual([{ onCoil: 13, rejected: 1 }]);
    boards.plug(true);
    await watching.page.getByText('answers', { exact: true }).waitFor();
    await arming.page.getByRole('button', { name: 'Disarm them' }).click();
    await watching.page.getByText('Motors are not armed: none moves').waitFor();
    // What is done here is asked of people, and sets nothing aside.
    await arming.page.getByRole('button', { name: 'Hands and faults' }).click();
    await arming.page.getByText('Nothing is set aside.').waitFor();
    expect([...arming.errors, ...watching.errors]).toEqual([]);
  });

  it('with a link that only watches says so when it tries to act, and nothing happens', async () => {
    const bench = await open(1);
    const { page } = await follow(bench, '#live');
    await page.getByRole('button', { name: 'Hands and faults' }).click();
    await page.getByRole('button', { name: /^Open the door/ }).click();
    await page.getByText('This link only watches.').waitFor();
    expect(bench.run.recorded.run.inputs).toEqual([]);
  });
});
