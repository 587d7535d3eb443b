import type { Region } from '../region/Region.js';
import { compilePlan } from '../simulate/compilePlan.js';
import { future } from '../simulate/future.js';
import { simulate } from '../simulate/simulate.js';
import type { Totals } from '../simulate/Totals.js';
import { type Block, FUTURES_A_BLOCK } from './Block.js';

/** Blocks as they are sent to a thread or a server: the region as text, which each reads once. */
export interface BlockWork {
  readonly region: string;
  readonly seed: number;
  readonly blocks: readonly Block[];
}

/** Simulates blocks one after another: the totals of their futures, in their order. */
export function simulateBlocks({ region, seed, blocks }: BlockWork): readonly (readonly Totals[])[] {
  const read = readOnce(region);
  return blocks.map((block) => simulateBlock(read, seed, block));
}

export function simulateBlock(region: Region, seed: number, { plan, fidelity, overrides, from }: Block): readonly Totals[] {
  return Array.from({ length: FUTURES_A_BLOCK }, (_, i) =>
    simulate(compilePlan(region, plan, future(region, seed, from + i, overrides)), fidelity),
  );
}

let kept: { readonly text: string; readonly region: Region } | null = null;

/** The same object for the same text, so that what is kept by region is kept from block to block. */
function readOnce(text: string): Region {
  if (kept?.text !== text) kept = { text, region: JSON.parse(text) as Region };
  return kept.region;
}
