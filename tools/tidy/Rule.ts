import type { Source } from './Source.js';

/** One thing to mend, and what to write instead. */
export interface Finding {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A house rule. It sees every file of the house at once and knows nothing but their paths and texts. */
export interface Rule {
  readonly name: string;
  check(sources: readonly Source[]): Finding[];
}
