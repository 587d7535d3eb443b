import { listLibrary } from '../src/node/library.js';
import { differenceOnBoard, upToADay } from './equalOnBoard.js';

const SEEDS = Array.from({ length: 20 }, (_, i) => 101 + i);

/** Library scenarios of up to a day, variants included: every second one, so that two files, and two cores, share them. */
export function boardCampaignNames(half: 0 | 1): string[] {
  const { entries } = listLibrary();
  const names = entries.flatMap(({ name, variants }) => [name, ...variants.map((variant) => `${name}:${variant.name}`)]);
  return upToADay(names).filter((_, index) => index % 2 === half);
}

/** What first differs between model and firmware, by seed; says so as soon as a scenario is through. */
export function differencesOnBoard(name: string): string[] {
  const differences = SEEDS.flatMap((seed) => {
    const difference = differenceOnBoard(name, seed);
    return difference === null ? [] : [`seed ${seed}: ${difference}`];
  });
  process.stdout.write(
    `${name}: ${SEEDS.length - differences.length} of ${SEEDS.length} seeds equal on the model and the firmware\n`,
  );
  return differences;
}
