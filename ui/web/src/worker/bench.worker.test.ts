import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { libraryText } from '../../test/libraryText.js';
import type { FromWorker, ToWorker } from './protocol.js';

const MIN_US = 60_000_000;
const said: FromWorker[] = [];
let tell: (message: ToWorker) => void = () => {};

beforeAll(async () => {
  vi.stubGlobal('self', {
    addEventListener: (_: string, take: (event: { readonly data: ToWorker }) => void) => {
      tell = (data) => take({ data });
    },
    postMessage: (message: FromWorker) => said.push(message),
  });
  await import('./bench.worker.js');
}, 30_000);

afterAll(() => {
  vi.unstubAllGlobals();
});

/** Waits until the run has been told to its end, and says of which run that is. */
async function toTheEnd(): Promise<number> {
  const end = await vi.waitUntil(() => said.find((one) => one.type === 'entries' && one.verdicts.length > 0), 10_000);
  return end.type === 'entries' ? end.run : 0;
}

describe('the worker', () => {
  it('refuses an act on what is not there, and runs on to the end all the same', async () => {
    tell({ type: 'open', run: 1, scenario: libraryText('stuck-dose-no-key'), variant: null, inputs: [], controllers: null });
    expect(await toTheEnd()).toBe(1);
    said.length = 0;
    const fault = { role: 'engineer', kind: 'fault', machine: 'harbour-house-1', cause: 'hang-up', cartridge: 99 };
    tell({ type: 'act', run: 2, at_us: MIN_US, inputs: [{ ...fault, t_us: MIN_US }] });
    expect(await toTheEnd()).toBe(2);
    expect(said.filter(({ type }) => type === 'refused')).toEqual([
      { type: 'refused', messages: [expect.stringContaining('cartridge cannot be 99')] },
    ]);
  });

  it('answers each ask for a board by its number', () => {
    said.length = 0;
    const ask = { machine: 'harbour-house-1', t_us: 0, until_us: 0, filter: { sort: 'all', text: '' } as const, cartridge: 1 };
    for (const id of [7, 3]) tell({ type: 'board', id, run: 99, ask });
    expect(said).toEqual([7, 3].map((id) => ({ type: 'board', id, run: 99, view: null })));
  });
});
