/// <reference lib="dom" />
import { chromium, type Page } from 'playwright-core';
import type { Benchmark } from '../../tools/Benchmark.js';
import { chromiumLaunch } from '../../tools/chromium.js';
import { serveBench } from '../server/serve.js';

/** Places along the timeline to which the playhead is dragged, there and back. */
const STEPS = 24;

/** From the pointer's move to the frame after the one that shows the page at that instant, milliseconds, for each move. */
async function seeks(page: Page): Promise<number[]> {
  const lanes = await page.locator('.lanes svg').boundingBox();
  if (lanes === null) throw new Error('no timeline');
  await page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    addEventListener('pointermove', (event) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => waits.push(performance.now() - event.timeStamp);
      // Painted: the message comes after the frame in which the page was drawn anew.
      requestAnimationFrame(() => requestAnimationFrame(() => channel.port2.postMessage(null)));
    });
  });
  const [left, right] = [lanes.x + 150, lanes.x + lanes.width - 40];
  const y = lanes.y + lanes.height / 2;
  await page.mouse.move(left, y);
  await page.mouse.down();
  for (let step = 0; step < STEPS; step += 1) {
    const share = step % 2 === 0 ? step / STEPS : 1 - step / STEPS;
    await page.mouse.move(left + share * (right - left), y);
    await page.waitForTimeout(120);
  }
  await page.mouse.up();
  return page.evaluate(() => (window as unknown as { waits: number[] }).waits);
}

export const benchmark: Benchmark = {
  name: 'from a drag of the playhead to the page at that instant, on routine-day',
  unit: 'ms',
  better: 'lower',
  async run() {
    const bench = await serveBench({ port: 0 });
    const { executablePath, args } = chromiumLaunch();
    const browser = await chromium.launch({ executablePath, args: [...args, '--disable-3d-apis'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
      await page.goto(bench.url);
      await page.getByText('A routine day').click();
      await page.waitForSelector('.lanes svg');
      await page.getByRole('button', { name: 'Pause' }).click();
      // The worker runs ahead: every instant of the day can be shown once the end can.
      for (;;) {
        await page.locator('.playhead-range').fill('86400000000');
        if ((await page.getByText('The run ends here').count()) > 0) break;
        await page.waitForTimeout(100);
      }
      const waits = (await seeks(page)).sort((a, b) => a - b);
      return { value: waits[Math.floor(waits.length / 2)] ?? Number.NaN };
    } finally {
      await browser.close();
      await bench.close();
    }
  },
};
