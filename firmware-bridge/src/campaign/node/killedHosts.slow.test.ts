import { expect, it } from 'vitest';
import { killHosts } from './killedHosts.js';

it('[W12] [B4] [H7] hosts killed with SIGKILL, as processes: what they showed is in the ledger, and the ledger is true', async () => {
  const { wrong, kills, orders, leftOpen, after, verdicts } = await killHosts(3, 1);
  process.stdout.write(
    `${kills} hosts killed, ${orders} orders, ${leftOpen} left open: ${JSON.stringify({ after, verdicts })}\n`,
  );
  expect(wrong).toEqual([]);
  expect(orders).toBeGreaterThan(0);
});
