import type { Totals } from '../simulate/Totals.js';
import { totalsOfRow } from '../study/totalsRow.js';
import type { DoneMessage } from './ResultMessage.js';

/** Two workers came to different digits for one block: neither can be believed. */
export class DigitsDiffer extends Error {
  constructor(
    readonly block: string,
    readonly workers: readonly [string, string],
  ) {
    super(`${workers[0]} and ${workers[1]} came to different digits for the block ${block}`);
    this.name = 'DigitsDiffer';
  }
}

interface Kept {
  readonly totals: readonly Totals[];
  readonly digest: string;
  readonly worker: string;
}

/** Results by the key of their block: one that comes again changes nothing, one that differs is a fault. */
export class BlockResults {
  readonly #kept = new Map<string, Kept>();

  get(block: string): readonly Totals[] | undefined {
    return this.#kept.get(block)?.totals;
  }

  /** Takes a result that was read and checked; says whether it is the first of its block. Throws `DigitsDiffer`. */
  take({ block, digest, worker, totals }: DoneMessage): boolean {
    const before = this.#kept.get(block);
    if (before === undefined) this.#kept.set(block, { totals: totals.map(totalsOfRow), digest, worker });
    else if (before.digest !== digest) throw new DigitsDiffer(block, [before.worker, worker]);
    return before === undefined;
  }
}
