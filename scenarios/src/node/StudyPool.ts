import type { Region } from '../sizing/region/Region.js';
import type { Totals } from '../sizing/simulate/Totals.js';
import type { Block } from '../sizing/study/Block.js';
import { StudyStopped } from '../sizing/study/StudyStopped.js';
import { BlockThreads } from './BlockThreads.js';

/** Blocks in a piece of work, at most: few enough that a stop is quick and that threads end together. */
const BLOCKS_A_JOB = 8;

/** Simulates blocks on worker threads. What comes out does not depend on how many there are. */
export class StudyPool {
  readonly #pool: BlockThreads;
  readonly #region: string;
  readonly #seed: number;
  readonly #isStopped: () => boolean;

  constructor(region: Region, seed: number, workers: number, isStopped: () => boolean = () => false) {
    this.#region = JSON.stringify(region);
    this.#seed = seed;
    this.#isStopped = isStopped;
    this.#pool = new BlockThreads(workers);
  }

  /** Tells of each piece as it is done; throws `StudyStopped` once it is told to stop and what was begun has ended. */
  async run(blocks: readonly Block[], onDone: (from: number, totals: readonly (readonly Totals[])[]) => void): Promise<void> {
    const { threads } = this.#pool;
    const size = Math.max(1, Math.min(BLOCKS_A_JOB, Math.ceil(blocks.length / (threads * 3))));
    let next = 0;
    const work = async () => {
      while (next < blocks.length && !this.#isStopped()) {
        const from = next;
        next += size;
        onDone(
          from,
          await this.#pool.simulate({ region: this.#region, seed: this.#seed, blocks: blocks.slice(from, from + size) }),
        );
      }
    };
    // One more than there are threads, so that none waits for this one.
    await Promise.all(Array.from({ length: threads + 1 }, work));
    if (this.#isStopped()) throw new StudyStopped();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
