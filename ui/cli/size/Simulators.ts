import type { Region } from '@dosetwin/scenarios';
import { StudyPool } from '@dosetwin/scenarios/node/StudyPool';
import type { BlockRunner } from '@dosetwin/scenarios/node/sizeRegion';

/** Who simulates the blocks of a study: threads here, or workers on a bus. */
export interface Simulators {
  readonly run: BlockRunner;
  /** `isWhole`: nothing of the study is needed any more. */
  close(isWhole: boolean): Promise<void>;
}

export interface SimulatorsWanted {
  readonly region: Region;
  readonly seed: number;
  readonly isStopped: () => boolean;
  readonly say: (text: string) => void;
}

export function threadsHere({ region, seed, isStopped }: SimulatorsWanted, workers: number): Simulators {
  const pool = new StudyPool(region, seed, workers, isStopped);
  return { run: (blocks, onDone) => pool.run(blocks, onDone), close: () => pool.close() };
}
