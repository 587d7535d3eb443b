import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import type { Totals } from '../sizing/simulate/Totals.js';
import type { BlockWork } from '../sizing/study/simulateBlocks.js';

const WORKER = fileURLToPath(new URL('studyWorker.js', import.meta.url));

/** Worker threads that simulate blocks: what every way of spreading a study ends at. */
export class BlockThreads {
  readonly #pool: Tinypool;

  constructor(readonly threads: number) {
    this.#pool = new Tinypool({
      filename: WORKER,
      name: 'simulateBlocks',
      minThreads: threads,
      maxThreads: threads,
      isolateWorkers: false,
    });
  }

  /** The totals of the blocks' futures, in their order. Throws what the simulation throws. */
  async simulate(work: BlockWork): Promise<readonly (readonly Totals[])[]> {
    return (await this.#pool.run(work)) as readonly (readonly Totals[])[];
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
