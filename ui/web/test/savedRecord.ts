import type { Page } from 'playwright-core';

/** The lines of the record that the page saves at the press of its key. */
export async function savedRecord(page: Page): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('s')]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8').trim().split('\n');
}
