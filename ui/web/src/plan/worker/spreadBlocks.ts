import type { Block, RunBlocks, Totals } from '@dosetwin/scenarios';
import type { BlocksAsked, BlocksDone } from './helpStudy.js';

/** Blocks in a piece of work, at most: few enough that helpers end together. */
const MOST_A_PIECE = 8;

type BlockTotals = readonly Totals[];

interface Piece {
  readonly blocks: readonly Block[];
  readonly resolve: (totals: readonly BlockTotals[]) => void;
  readonly reject: (why: Error) => void;
}

/**
 * Simulates blocks on the helpers behind these ports; steps of a study may ask at the same time, and then wait in line. What comes
 * out does not depend on how many helpers there are.
 */
export function spreadBlocks(ports: readonly MessagePort[], onDone: (blocks: number) => void): RunBlocks {
  const line: Piece[] = [];
  const idle = [...ports];
  const handOut = () => {
    while (line.length > 0 && idle.length > 0) {
      const [piece, port] = [line.shift() as Piece, idle.shift() as MessagePort];
      port.onmessage = ({ data }: MessageEvent<BlocksDone>) => {
        idle.push(port);
        if ('failed' in data) piece.reject(new Error(data.failed));
        else {
          onDone(data.totals.length);
          piece.resolve(data.totals);
        }
        handOut();
      };
      port.postMessage({ blocks: piece.blocks } satisfies BlocksAsked);
    }
  };
  return async (blocks) => {
    const size = Math.max(1, Math.min(MOST_A_PIECE, Math.ceil(blocks.length / (ports.length * 3))));
    const pieces = Array.from({ length: Math.ceil(blocks.length / size) }, (_, i) => blocks.slice(i * size, (i + 1) * size));
    const asked = pieces.map(
      (some) => new Promise<readonly BlockTotals[]>((resolve, reject) => line.push({ blocks: some, resolve, reject })),
    );
    handOut();
    return (await Promise.all(asked)).flat();
  };
}
