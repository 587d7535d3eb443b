import { loadScenario, recordRun } from '@dosetwin/scenarios';
import { libraryNames } from '@dosetwin/scenarios/node/library';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedBench, serveBench } from '../../server/serve.js';
import type { FromWorker, ScenarioText, ToWorker } from '../src/worker/protocol.js';
import { libraryText } from './libraryText.js';
import { launch, openPage } from './openBench.js';

declare global {
  interface Window {
    /** A worker of the page's own that the page does not listen to. */
    spareWorker: Worker;
  }
}

let bench: ServedBench;
let browser: Browser;
let page: Page;
let errors: string[];

beforeAll(async () => {
  bench = await serveBench({ port: 0 });
  browser = await launch(false);
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const PageWorker = window.Worker;
    window.Worker = class extends PageWorker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        window.spareWorker = new PageWorker(address, options);
      }
    };
  });
  ({ page, errors } = await openPage(context, bench.url));
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

function endInNode({ name, text }: ScenarioText): End {
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

/** The last line of the record that the worker writes, once it has run to the scenario's end. */
function endInWorker(scenario: ScenarioText): Promise<string> {
  return page.evaluate(
    (scenario) =>
      new Promise<string>((resolve, reject) => {
        const { spareWorker } = window;
        const ask = (message: ToWorker) => spareWorker.postMessage(message);
        let length_us = Number.POSITIVE_INFINITY;
        spareWorker.onerror = ({ message }) => reject(new Error(message));
        spareWorker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
          if (data.type === 'refused') reject(new Error(data.messages.join('; ')));
          if (data.type === 'opened') length_us = data.facts.length_us;
          if (data.type === 'entries' && data.reached_us >= length_us) ask({ type: 'record' });
          if (data.type === 'recorded') resolve(data.text.trimEnd().split('\n').at(-1) ?? '');
        };
        ask({ type: 'open', run: 1, scenario, variant: null, inputs: [], controllers: null });
      }),
    scenario,
  );
}

describe("T4 the digest in the page's worker, for both halves of the trace", () => {
  it.each(libraryNames().map((name) => [name]))('of %s is that of Node', async (name) => {
    const scenario = libraryText(name);
    const { end } = JSON.parse(await endInWorker(scenario)) as { readonly end: End };
    const { digest, controllerDigest, entries } = endInNode(scenario);
    expect(errors).toEqual([]);
    expect(end.digest).toMatch(/^[0-9a-f]{64}$/);
    expect({ digest: end.digest, controllerDigest: end.controllerDigest, entries: end.entries }).toEqual({
      digest,
      controllerDigest,
      entries,
    });
  });
});
