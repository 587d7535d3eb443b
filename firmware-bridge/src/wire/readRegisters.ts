import type { Master, Priority } from './Master.js';
import { type BlockName, blockPlace, decodeBlock } from './registerNames.js';

/**
 * Registers that one reading of figures asks for at most: 53 bytes of reply, so that a command that is given meanwhile still reaches
 * the board within 20 ms.
 */
export const FIGURES_AT_ONCE = 24;

/** What came of it; `null` where the board did not answer, or refused. */
type Then<T> = (found: T | null, now_us: number) => void;

/** Reads `count` registers from `address` on, in as many requests as that takes, one after the other. */
export function readRegisters(
  master: Master,
  priority: Priority,
  place: { readonly table: 'input' | 'holding'; readonly address: number; readonly count: number },
  then: Then<readonly number[]>,
): void {
  const { table, address, count } = place;
  const found: number[] = [];
  const next = () => {
    const request = {
      function: table === 'input' ? 4 : 3,
      address: address + found.length,
      count: Math.min(count - found.length, FIGURES_AT_ONCE),
    } as const;
    master.request(request, priority, ({ reply }, now_us) => {
      if (reply?.is !== 'registers') return then(null, now_us);
      found.push(...reply.values);
      if (found.length < count) next();
      else then(found, now_us);
    });
  };
  next();
}

/** Reads all repeats of a block, as named numbers. */
export function readBlock(
  master: Master,
  priority: Priority,
  block: BlockName,
  then: Then<readonly ReturnType<typeof decodeBlock>[]>,
): void {
  const { table, address, words, repeats } = blockPlace(block);
  readRegisters(master, priority, { table, address, count: words * repeats }, (registers, now_us) => {
    if (registers === null) return then(null, now_us);
    const decoded = Array.from({ length: repeats }, (_, repeat) => decodeBlock(block, registers, repeat * words));
    then(decoded, now_us);
  });
}
