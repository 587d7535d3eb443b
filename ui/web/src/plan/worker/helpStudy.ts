import { type Block, simulateBlocks, type Totals } from '@dosetwin/scenarios';
import { SEED } from './SEED.js';

/** Blocks to be simulated; each ask is answered before the next is sent. */
export interface BlocksAsked {
  readonly blocks: readonly Block[];
}

export type BlocksDone = { readonly totals: readonly (readonly Totals[])[] } | { readonly failed: string };

/** Simulates blocks for a study that another worker leads, as they come through the port. */
export function helpStudy(region: string, port: MessagePort): void {
  port.onmessage = ({ data: { blocks } }: MessageEvent<BlocksAsked>) => {
    port.postMessage(answerOf(region, blocks));
  };
}

function answerOf(region: string, blocks: readonly Block[]): BlocksDone {
  try {
    return { totals: simulateBlocks({ region, seed: SEED, blocks }) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
