import { expect, it } from 'vitest';
import { killHosts } from './killedHosts.js';

const KILLS = 36;

it(`[W12] [B4] [H7] ${KILLS} hosts killed with SIGKILL at random instants, as processes with a ledger on the disk`, async () => {
  const { wrong, kills, orders, leftOpen, after, verdicts } = await killHosts(KILLS, 2);
  process.stdout.write(`
${kills} hosts were killed; of ${orders} orders ${leftOpen} were left open by the host that asked for them.
  the last that a host had told of when it was killed: ${JSON.stringify(after)}
  how the orders ended: ${JSON.stringify(verdicts)}
`);
  expect(wrong).toEqual([]);
  expect(leftOpen).toBeGreaterThan(0);
  expect(orders).toBeLessThanOrEqual(48);
});
