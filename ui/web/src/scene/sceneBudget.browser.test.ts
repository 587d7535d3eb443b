import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunch } from '../../../../tools/chromium.js';

const MOST_CALLS = 40;
const MOST_TRIANGLES = 120_000;
const WEBGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

let server: ViteDevServer;
let browser: Browser;

beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const cacheDir = fileURLToPath(new URL('../../../../.cache/scene-budget', import.meta.url));
  server = await createServer({
    root,
    cacheDir,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const launch = chromiumLaunch();
  browser = await chromium.launch({ ...launch, args: [...launch.args, ...WEBGL] });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The dearest frame that the harness drew of a pose. */
async function costOf(query: string): Promise<{ calls: number; triangles: number }> {
  const page = await browser.newPage({ viewport: { width: 480, height: 500 } });
  const address = server.httpServer?.address();
  if (address === null || typeof address !== 'object') throw new Error('the server has no port');
  await page.goto(`http://127.0.0.1:${address.port}/dev/scene.html?${query}`);
  await page.waitForFunction(() => document.documentElement.dataset.cost !== undefined, null, { timeout: 120_000 });
  const told = (await page.evaluate(() => document.documentElement.dataset.cost)) ?? '';
  await page.close();
  const costs = told
    .trim()
    .split(/ (?=\{)/)
    .map((one) => JSON.parse(one) as { calls: number; triangles: number });
  return { calls: Math.max(...costs.map((one) => one.calls)), triangles: Math.max(...costs.map((one) => one.triangles)) };
}

describe('the scene in a browser', () => {
  it.each([
    'pose=everything&look=inside&layout=first&theme=dark&tier=full',
    'pose=everything&look=steel&layout=first&theme=light&tier=full',
    'pose=everything&look=inside&layout=first&theme=dark&tier=software',
  ])('keeps within its draw calls and triangles: %s', async (query) => {
    const { calls, triangles } = await costOf(query);
    expect(calls).toBeLessThanOrEqual(MOST_CALLS);
    expect(triangles).toBeLessThanOrEqual(MOST_TRIANGLES);
    expect(calls).toBeGreaterThan(10);
  });
});
