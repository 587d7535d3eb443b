import type { Block, Totals } from '@dosetwin/scenarios';
import { expect, it } from 'vitest';
import type { BlocksAsked } from './helpStudy.js';
import { spreadBlocks } from './spreadBlocks.js';

/** A helper that is the slower the more it is asked for, and tells each block's first future. */
function helper(delay_ms: number): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = ({ data: { blocks } }: MessageEvent<BlocksAsked>) =>
    setTimeout(() => {
      const failed = blocks.some((block) => block.from < 0);
      port2.postMessage(failed ? { failed: 'no such plan' } : { totals: blocks.map((block) => [{ due: block.from }]) });
    }, delay_ms);
  return port1;
}

const blocks = (from: readonly number[]) => from.map((one) => ({ from: one }) as Block);
const due = (totals: readonly (readonly Totals[])[]) => totals.map(([one]) => one?.due);

it('blocks come back in their order from helpers that differ in speed, and what fails is told', async () => {
  const asked = Array.from({ length: 37 }, (_, i) => i * 8);
  let done = 0;
  const ports = [helper(4), helper(0), helper(1)];
  const run = spreadBlocks(ports, (some) => {
    done += some;
  });
  // Steps that ask at the same time do not get each other's answers.
  const [all, one] = await Promise.all([run(blocks(asked)), run(blocks([8]))]);
  expect([due(all), due(one)]).toEqual([asked, [8]]);
  expect(done).toBe(38);
  await expect(run(blocks([-1]))).rejects.toThrow('no such plan');
  for (const port of ports) port.close();
});
