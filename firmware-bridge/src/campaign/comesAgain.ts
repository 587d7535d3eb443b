import { CampaignRig, type RigOptions } from './CampaignRig.js';
import { type CampaignTotals, endCase } from './powerCases.js';

const WRITE_MANY = 16;

/**
 * The command of the first order comes once more, by itself, when the second has ended: from a gateway that kept it. It was taken long
 * ago, so that it may come as late as it likes.
 */
export function oldCommandComesAgain(options: RigOptions, totals: CampaignTotals, late_us: number): void {
  const rig = new CampaignRig(options);
  const first = firstCommandOf(rig);
  while (rig.ledger.notes.filter(({ is }) => is === 'result').length < 2 && rig.now_us < 20_000_000)
    rig.runUntil(rig.now_us + 1_000);
  rig.runUntil(rig.now_us + late_us);
  waitForQuiet(rig);
  rig.wire.noise('board', first());
  rig.options.paths.take('wire: the command of an earlier order comes again');
  rig.runUntil(rig.now_us + 4_000_000);
  endCase(rig, totals, `the first command again, ${late_us} µs after the second order's end`);
}

/** The command of an order that has ended comes once more after the power was gone: the board has forgotten its token. */
export function sameCommandComesAgain(options: RigOptions, totals: CampaignTotals, late_us: number): void {
  const rig = new CampaignRig({ ...options, jobs: options.jobs.slice(0, 1) });
  const first = firstCommandOf(rig);
  while (rig.ledger.notes.length < 2 && rig.now_us < 20_000_000) rig.runUntil(rig.now_us + 1_000);
  // Behind the result's bytes.
  rig.runUntil(rig.now_us + 25_000);
  rig.killHost();
  rig.cutPower();
  rig.runUntil(rig.now_us + 20_000);
  rig.powerUp();
  rig.runUntil(rig.now_us + 80_000 + late_us);
  waitForQuiet(rig);
  rig.wire.noise('board', first());
  rig.options.paths.take('wire: the command of the last order comes again after a start');
  rig.runUntil(rig.now_us + 4_000_000);
  endCase(rig, totals, `the same command again, ${late_us} µs after a start`);
}

/** Behind a poll of the host, so that it runs into no other frame. */
function waitForQuiet(rig: CampaignRig): void {
  const isIdle = () => rig.host === null || rig.isIdle;
  while (rig.host !== null && isIdle()) rig.runUntil(rig.now_us + 1_000);
  while (!isIdle()) rig.runUntil(rig.now_us + 1_000);
  rig.runUntil(rig.now_us + 3_000);
}

function firstCommandOf(rig: CampaignRig): () => readonly number[] {
  let first: readonly number[] = [];
  rig.fateOf = (to, bytes) => {
    if (to === 'board' && bytes[1] === WRITE_MANY && first.length === 0) first = bytes;
    return { is: 'whole' };
  };
  rig.powerUp();
  rig.startHost();
  return () => first;
}
