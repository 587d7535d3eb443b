import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Plan } from '../Plan.js';
import type { Fidelity } from '../simulate/simulate.js';
import type { Totals } from '../simulate/Totals.js';
import { type Block, blockKey, FUTURES_A_BLOCK, type Overrides, type RunBlocks } from './Block.js';
import { TOTALS_NAMES } from './totalsNames.js';

/** Futures of a plan that a step of the study wants; `from` and `count` are multiples of a block. */
export interface Wanted {
  readonly plan: Plan;
  readonly fidelity: Fidelity;
  readonly from: number;
  readonly count: number;
  readonly overrides?: Overrides;
}

/** What was simulated in a study, each block once. Steps ask for futures; what is known already is not simulated again. */
export class Simulations {
  readonly #run: RunBlocks;
  readonly #known = new Map<string, readonly Totals[]>();

  constructor(run: RunBlocks) {
    this.#run = run;
  }

  /** Futures simulated so far, over all plans. */
  get futures(): number {
    return this.#known.size * FUTURES_A_BLOCK;
  }

  /** The totals of each wanted row of futures, in their order. */
  async totals(wanted: readonly Wanted[]): Promise<readonly (readonly Totals[])[]> {
    const rows = wanted.map(blocksOf);
    const missing = new Map<string, Block>();
    for (const block of rows.flat()) {
      const key = blockKey(block);
      if (!this.#known.has(key)) missing.set(key, block);
    }
    const found = missing.size === 0 ? [] : await this.#run([...missing.values()]);
    for (const [place, key] of [...missing.keys()].entries()) this.#known.set(key, found[place] as readonly Totals[]);
    return rows.map((blocks) => blocks.flatMap((block) => this.#known.get(blockKey(block)) as readonly Totals[]));
  }

  /** SHA-256 over all totals in the order of their keys (Z4): nothing of workers, time or the order of work is in it. */
  digest(): string {
    const keys = [...this.#known.keys()].sort();
    const lines = keys.map((key) => `${key}\n${(this.#known.get(key) ?? []).map(totalsLine).join('\n')}`);
    return bytesToHex(sha256(utf8ToBytes(['dosetwin sizing 1', ...lines].join('\n'))));
  }
}

/** The digest of one block's totals: what a worker elsewhere sends with them. */
export function totalsDigest(key: string, totals: readonly Totals[]): string {
  return bytesToHex(sha256(utf8ToBytes([key, ...totals.map(totalsLine)].join('\n'))));
}

function totalsLine(totals: Totals): string {
  return TOTALS_NAMES.map((name) => totals[name]).join(' ');
}

function blocksOf({ plan, fidelity, from, count, overrides = {} }: Wanted): Block[] {
  return Array.from({ length: Math.ceil(count / FUTURES_A_BLOCK) }, (_, i) => {
    return { plan, fidelity, overrides, from: from + i * FUTURES_A_BLOCK };
  });
}
