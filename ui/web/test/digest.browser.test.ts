import { fileURLToPath } from 'node:url';
import { loadScenario, recordRun } from '@dosetwin/scenarios';
import { libraryNames } from '@dosetwin/scenarios/node/library';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedBench, serveBench } from '../../server/serve.js';
import { libraryText } from './libraryText.js';
import { launch, openPage } from './openBench.js';
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

interface End {
  readonly digest: string;
  readonly controllerDigest: string;
  readonly entries: number;
}

function endInNode(name: string): End {
  const { text } = libraryText(name);
  const loaded = loadScenario(text, name);
  if ('problems' in loaded) throw new Error(`${name} does not load`);
  const resolved = loaded.scenario.resolve(null);
  if (resolved === null) throw new Error(`${name} does not resolve`);
  const { run, record } = recordRun({ name, source: text, resolved });
  run.finish();
  const { end } = record();
  if (end === null) throw new Error(`${name} did not finish`);
  return end;
}

/** The last line of the record that the page saves, once its worker has run to the scenario's end. */
async function endInWorker(page: Page): Promise<End> {
  for (;;) {
    const { end } = JSON.parse((await savedRecord(page)).at(-1) ?? '{}');
    if (end !== undefined) return end;
    await page.waitForTimeout(200);
  }
}

describe.each(libraryNames().map((name) => [name]))("T4 the digest of %s in the page's worker", (name) => {
  it('is that of Node, for both halves of the trace', async () => {
    const { page, errors } = await openPage(browser, bench.url);
    const file = fileURLToPath(new URL(`../../../scenarios/library/${name}.yaml`, import.meta.url));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForSelector('.clock-time');
    const { digest, controllerDigest, entries } = await endInWorker(page);
    expect(errors).toEqual([]);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const node = endInNode(name);
    expect({ digest, controllerDigest, entries }).toEqual({
      digest: node.digest,
      controllerDigest: node.controllerDigest,
      entries: node.entries,
    });
    await page.context().close();
  });
});
