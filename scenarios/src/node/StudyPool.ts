import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import type { Region } from '../sizing/region/Region.js';
import type { Totals } from '../sizing/simulate/Totals.js';
import type { Block } from '../sizing/study/Block.js';
import { StudyStopped } from '../sizing/study/StudyStopped.js';
import type { BlockWork } from '../sizing/study/simulateBlocks.js';

const WORKER = fileURLToPath(new URL('studyWorker.js', import.meta.url));
/** Blocks in a piece of work, at most: few enough that a stop is quick and that threads end together. */
const BLOCKS_A_JOB = 8;

/** Simulates blocks on worker threads. What comes out does not depend on how many there are. */
export class StudyPool {
  readonly #pool: Tinypool;
  readonly #workers: number;
  readonly #region: string;
  readonly #seed: number;
  readonly #isStopped: () => boolean;

  constructor(region: Region, seed: number, workers: number, isStopped: () => boolean = () => false) {
    this.#workers = workers;
    this.#region = JSON.stringify(region);
    this.#seed = seed;
    this.#isStopped = isStopped;
    this.#pool = new Tinypool({
      filename: WORKER,
      name: 'simulateBlocks',
      minThreads: workers,
      maxThreads: workers,
      isolateWorkers: false,
    });
  }

  /** Tells of each piece as it is done; throws `StudyStopped` once it is told to stop and what was begun has ended. */
  async run(blocks: readonly Block[], onDone: (from: number, totals: readonly (readonly Totals[])[]) => void): Promise<void> {
    const size = Math.max(1, Math.min(BLOCKS_A_JOB, Math.ceil(blocks.length / (this.#workers * 3))));
    let next = 0;
    const work = async () => {
      while (next < blocks.length && !this.#isStopped()) {
        const from = next;
        next += size;
        const given: BlockWork = { region: this.#region, seed: this.#seed, blocks: blocks.slice(from, from + size) };
        onDone(from, (await this.#pool.run(given)) as readonly (readonly Totals[])[]);
      }
    };
    // One more than there are threads, so that none waits for this one.
    await Promise.all(Array.from({ length: this.#workers + 1 }, work));
    if (this.#isStopped()) throw new StudyStopped();
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
