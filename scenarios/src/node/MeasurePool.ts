import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import type { MeasureJob } from '../compare/measureSide.js';
import type { Side } from '../compare/Side.js';
import type { Outcomes } from '../measures/outcome/Outcomes.js';

export interface MeasureWork {
  readonly sides: readonly Side[];
  readonly seeds: readonly number[];
  /** Asked before each piece of work: once it says yes, nothing more is begun. */
  readonly isStopped?: () => boolean;
  /** How many runs are done, of all. */
  readonly onProgress?: (done: number, all: number) => void;
}

export interface MeasuredSides {
  /** The seeds that every side was run under, in their order: all of them, unless it was stopped. */
  readonly seeds: readonly number[];
  /** By side, then by seed. */
  readonly outcomes: readonly (readonly Outcomes[])[];
}

const WORKER = fileURLToPath(new URL('measureWorker.js', import.meta.url));
/** Runs in a piece of work: few enough that a stop is quick, enough that handing them over costs little. */
const SEEDS_A_JOB = 5;

/** Runs sides under seeds on worker threads. What comes out does not depend on how many there are. */
export class MeasurePool {
  readonly #pool: Tinypool;
  readonly #workers: number;

  constructor(workers: number) {
    this.#workers = workers;
    this.#pool = new Tinypool({
      filename: WORKER,
      name: 'measureSide',
      minThreads: workers,
      maxThreads: workers,
      isolateWorkers: false,
    });
  }

  async measure({ sides, seeds, isStopped = () => false, onProgress = () => {} }: MeasureWork): Promise<MeasuredSides> {
    const found = sides.map((): (Outcomes | undefined)[] => seeds.map(() => undefined));
    const jobs = jobsOf(sides.length, seeds.length);
    const all = sides.length * seeds.length;
    let done = 0;
    const work = async () => {
      for (let job = jobs.next(); !job.done && !isStopped(); job = jobs.next()) {
        const { side, from, to } = job.value;
        const given: MeasureJob = { side: sides[side] as Side, seeds: seeds.slice(from, to) };
        const outcomes = (await this.#pool.run(given)) as readonly Outcomes[];
        for (const [place, one] of outcomes.entries()) (found[side] as (Outcomes | undefined)[])[from + place] = one;
        done += outcomes.length;
        onProgress(done, all);
      }
    };
    // One more than there are threads, so that none waits for this one.
    await Promise.all(Array.from({ length: this.#workers + 1 }, work));
    const whole = seeds.map((_, place) => place).filter((place) => found.every((outcomes) => outcomes[place] !== undefined));
    return {
      seeds: whole.map((place) => seeds[place] as number),
      outcomes: found.map((outcomes) => whole.map((place) => outcomes[place] as Outcomes)),
    };
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

interface Piece {
  readonly side: number;
  readonly from: number;
  readonly to: number;
}

/** Seed by seed through all sides, so that a stop leaves whole pairs. */
function* jobsOf(sides: number, seeds: number): Generator<Piece, undefined> {
  for (let from = 0; from < seeds; from += SEEDS_A_JOB) {
    for (let side = 0; side < sides; side++) yield { side, from, to: Math.min(seeds, from + SEEDS_A_JOB) };
  }
  return undefined;
}
