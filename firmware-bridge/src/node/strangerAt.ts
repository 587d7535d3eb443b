import type { Ledger } from './Ledger.js';

/**
 * Why the board that answers at a port is not the one whose page the ledger keeps under that port's name, in words; `null`: nothing
 * says so. A board carries no number of its own; but the ids of its orders only rise, so one whose highest is below an order that it is
 * written to have given is another, or has lost its memory. A stranger with higher ids is not found out so.
 */
export function strangerAt(
  ledger: Ledger,
  { name, highestOrder }: { readonly name: string; readonly highestOrder: number },
): string | null {
  const written = ledger.highestMoved(name);
  if (highestOrder >= written) return null;
  const open = ledger.openOrders(name).map(({ order }) => order);
  const left = open.length === 0 ? '' : `; order ${open.join(', ')} is left open, since this board cannot tell how it ended`;
  const elsewhere = ledger
    .boards()
    .filter((other) => other !== name && highestOrder > 0 && ledger.highestMoved(other) === highestOrder);
  const whose = elsewhere.length === 0 ? '' : `; it may be the one that was at ${elsewhere.join(' or ')}`;
  return `the board at ${name} knows no order above ${highestOrder}, and the ledger has order ${written} given there: it is another board, or has lost its memory${whose}${left}`;
}
