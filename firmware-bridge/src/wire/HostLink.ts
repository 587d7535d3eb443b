import type { BoardLink } from './BoardLink.js';

/** What a wire needs of the link that speaks over it. */
export type WireEnd = Pick<BoardLink, 'open' | 'close' | 'receive' | 'advance' | 'next_us' | 'isBroken' | 'standing'>;

/** A link as the hinge above and the wire below use it: our own board's, or one that a profile describes. */
export type HostLink = WireEnd &
  Pick<BoardLink, 'position' | 'tickAt' | 'command' | 'sample' | 'collect' | 'refresh'> &
  /** Links by a profile keep no command while the board does not answer, so that there is nothing to withdraw. */
  Partial<Pick<BoardLink, 'withdraw'>>;
