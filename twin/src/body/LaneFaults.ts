import type { FaultCause } from '../spec/WorldSpec.js';
import { mdegOf } from './coil.js';
import { isSound, type Lane } from './Lane.js';
import { laneStream, type Works } from './Works.js';

const CHANCE_CAUSES = ['stall', 'hang-up', 'misalignment', 'double-feed', 'blocked-chute-door'] as const;

/**
 * What takes hold of a sound lane as its motor starts: the first cause that a scenario gave it, or by chance one of its
 * own. `null`: nothing does. A further half turn of a sound lane counts as a motion like any other.
 */
export function causeAtStart(works: Works, cartridge: number, lane: Lane): { cause: FaultCause; byChance: boolean } | null {
  if (!isSound(lane)) return null;
  const scheduled = lane.scheduled.shift();
  if (scheduled !== undefined) return { cause: scheduled, byChance: false };
  const { values } = works;
  if (!laneStream(works, cartridge, 'jam').chance(values.jamShare)) return null;
  const weights = [
    values.stallWeight,
    values.hangUpWeight,
    values.misalignmentWeight,
    values.doubleFeedWeight,
    values.chuteDoorWeight,
  ];
  if (weights.every((weight) => weight === 0)) return null;
  const drawn = CHANCE_CAUSES[laneStream(works, cartridge, 'jam-cause').weighted(weights)] ?? 'hang-up';
  if (drawn !== 'stall') return { cause: drawn, byChance: true };
  const byCurrent = laneStream(works, cartridge, 'stall-kind').chance(values.stallByCurrentShare);
  return { cause: byCurrent ? 'stall-by-current' : 'stall-by-cam', byChance: true };
}

/** Changes a lane as the cause does. A hang-up that a scenario gave hangs for good; one by chance may be shaken free. */
export function afflict(works: Works, cartridge: number, lane: Lane, cause: FaultCause, byChance: boolean): void {
  const { values } = works;
  const turned = (from: number, to: number) =>
    mdegOf(laneStream(works, cartridge, 'stop-angle').between(from, Math.max(from, to)));
  if (cause === 'stall-by-current') {
    lane.grip = 'bound';
    lane.stop_mdeg = lane.coil_mdeg + turned(values.bindFromTurn, values.bindToTurn);
  } else if (cause === 'stall-by-cam') {
    lane.grip = 'slipping';
    lane.stop_mdeg = lane.coil_mdeg + turned(values.slipFromTurn, values.slipToTurn);
  } else if (cause === 'misalignment') {
    lane.grip = 'uncoupled';
  } else if (cause === 'hang-up') {
    lane.hang = 'next';
    lane.forGood = !byChance;
  } else if (cause === 'double-feed') {
    lane.double = true;
  }
}

/** Whether a further half turn shakes a hung package free; each try has a share of its own. One draw, unless it is settled. */
export function shakesFree(works: Works, cartridge: number, lane: Lane): boolean {
  if (lane.yields) return true;
  if (lane.forGood) return false;
  const { freeFirstShare, freeSecondShare, freeLaterShare } = works.values;
  const share = [freeFirstShare, freeSecondShare][lane.shakes] ?? freeLaterShare;
  lane.shakes += 1;
  return laneStream(works, cartridge, 'shake').chance(share);
}
