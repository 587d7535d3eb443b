import type { Totals } from '../simulate/Totals.js';
import { type Block, blockKey } from '../study/Block.js';

type OnDone = (from: number, totals: readonly (readonly Totals[])[]) => void;

/** Some blocks that were asked for together; several such orders may wait at a time, and for the same block. */
interface Order {
  readonly places: Map<string, number>;
  readonly onDone: OnDone;
  readonly end: (fault: Error | null) => void;
}

/** Blocks that a study waits for, until each was given from somewhere. */
export class WaitingBlocks {
  readonly #blocks = new Map<string, Block>();
  readonly #orders = new Set<Order>();

  /** Those that nobody has given yet. */
  get missing(): readonly Block[] {
    return [...this.#blocks.values()];
  }

  isMissing(block: Block): boolean {
    return this.#blocks.has(blockKey(block));
  }

  /** Waits until all of them were given, and tells of each by its place in `blocks`. Throws what `end` was given. */
  async ask(blocks: readonly Block[], onDone: OnDone): Promise<void> {
    if (blocks.length === 0) return;
    for (const block of blocks) this.#blocks.set(blockKey(block), block);
    const places = new Map(blocks.map((block, place) => [blockKey(block), place]));
    await new Promise<void>((resolve, reject) => {
      const end = (fault: Error | null) => (fault === null ? resolve() : reject(fault));
      this.#orders.add({ places, onDone, end });
    });
  }

  /** A block's totals; one that nobody waits for is no matter. */
  give(key: string, totals: readonly Totals[]): void {
    this.#blocks.delete(key);
    for (const order of [...this.#orders]) {
      const place = order.places.get(key);
      if (place === undefined) continue;
      order.places.delete(key);
      order.onDone(place, [totals]);
      if (order.places.size > 0) continue;
      this.#orders.delete(order);
      order.end(null);
    }
  }

  /** Nothing more will be given. */
  end(fault: Error): void {
    const orders = [...this.#orders];
    this.#orders.clear();
    this.#blocks.clear();
    for (const order of orders) order.end(fault);
  }
}
