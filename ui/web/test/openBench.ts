import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumLaunch } from '../../../tools/chromium.js';

/**
 * Rastered by the software that stands in for a graphics card, letters and shadows are rounded differently by 1 or 2 of 255
 * from one repaint to the next; rastered by Chromium itself the same page is the same picture, pixel for pixel. WebGL is
 * drawn the same way with either.
 */
const PLAIN_RASTER = '--disable-gpu-rasterization';
/**
 * Where Chromium repaints only what changed, an edge that the border of the change cuts is smoothed otherwise, by up to 6 of 255,
 * and which changes fall together depends on how busy the machine is. It takes time, and only pictures that are compared need it.
 */
const WHOLE_TILES = '--disable-partial-raster';
const WEBGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

/** A real Chromium that draws WebGL in software, for pictures; or one without any WebGL: there the page draws its elevation. */
export function launch(webgl: boolean): Promise<Browser> {
  const { executablePath, args } = chromiumLaunch();
  const drawing = webgl ? [...WEBGL, WHOLE_TILES] : ['--disable-3d-apis'];
  return chromium.launch({ executablePath, args: [...args, PLAIN_RASTER, ...drawing] });
}

export const WIDE = { width: 1440, height: 900 } as const;
export const NARROW = { width: 390, height: 844 } as const;
/** Software drawing on a small machine takes its time. */
export const PATIENCE_MS = 120_000;

/** The first screen, with its library listed. Whatever the page reports as an error fails the test that looks at `errors`. */
export async function openPage(
  browser: Browser | BrowserContext,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const ofPage = { viewport: WIDE, reducedMotion: 'reduce', ...options } as const;
  const context = 'newContext' in browser ? await browser.newContext(ofPage) : browser;
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  await page.waitForSelector('.library-row');
  return { page, errors };
}

/** Through the first door to the question; with little motion the page goes there at once. */
export async function openJam(page: Page): Promise<void> {
  await page.locator('.door-jam').click();
  await page.waitForSelector('.question');
}
