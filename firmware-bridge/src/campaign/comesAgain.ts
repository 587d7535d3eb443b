import { CampaignRig, type RigOptions } from './CampaignRig.js';
import { type CampaignTotals, endCase } from './powerCases.js';

const WRITE_MANY = 16;

/** The first command is held up for so long, and its host killed as soon as it has sent it; the next one looks what became of it. */
export function firstCommandComesLate(options: RigOptions, totals: CampaignTotals, late_us: number): void {
  const rig = new CampaignRig(options);
  let isFirst = true;
  rig.fateOf = (to, bytes) => {
    const isIt = isFirst && to === 'board' && bytes[1] === WRITE_MANY;
    if (isIt) isFirst = false;
    return isIt ? { is: 'delayed', by_us: late_us } : { is: 'whole' };
  };
  rig.hostDown_us = 50_000;
  rig.powerUp();
  rig.startHost();
  while (isFirst && rig.now_us < 2_000_000) rig.runUntil(rig.now_us + 1_000);
  rig.killHost();
  endCase(rig, totals, `the first command ${late_us} µs late`);
  rig.close();
}

/**
 * Each of these jobs is served; then the power goes, so that the board forgets the tokens that it heard, and the first job's command comes
 * once more, from a gateway that kept it. It was taken long ago, so that it may come as late as it likes. With one job it is the board's
 * highest order, with more a lower one.
 */
export function firstCommandComesAgain(options: RigOptions, totals: CampaignTotals, late_us: number): void {
  const rig = new CampaignRig(options);
  let first: readonly number[] = [];
  rig.fateOf = (to, bytes) => {
    if (to === 'board' && bytes[1] === WRITE_MANY && first.length === 0) first = bytes;
    return { is: 'whole' };
  };
  rig.powerUp();
  rig.startHost();
  rig.runUntilDone(20_000_000);
  // Behind the result's bytes.
  rig.runUntil(rig.now_us + 25_000);
  rig.hostDown_us = 2_000_000;
  rig.killHost();
  rig.cutPower();
  rig.runUntil(rig.now_us + 20_000);
  rig.powerUp();
  rig.runUntil(rig.now_us + 80_000 + late_us);
  rig.wire.noise('board', first);
  rig.options.paths.take(
    `wire: the command of ${options.jobs.length === 1 ? 'the highest' : 'a lower'} order comes again after a start`,
  );
  rig.runUntil(rig.now_us + 4_000_000);
  endCase(rig, totals, `the first command again, ${late_us} µs after a start`);
  rig.close();
}
