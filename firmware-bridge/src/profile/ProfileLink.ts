import type { Command } from '@dosetwin/twin';
import type { HostLink } from '../wire/HostLink.js';
import type { LinkFact } from '../wire/LinkFact.js';

export interface ProfileLinkEvents {
  /** Facts that need no register of our own board: `silent`, `back`, `restarted`, `command-lost`. */
  readonly onFact?: (fact: LinkFact, now_us: number) => void;
  /** The board was greeted, and is what its profile describes. */
  readonly onConnected?: () => void;
  /** What answers is another device; `says` is for people. */
  readonly onRefused?: (says: string) => void;
  /** What went over the wire, for people. */
  readonly onLine?: (direction: 'sent' | 'received', says: string, now_us: number) => void;
}

/** A link that a profile describes. It never sends a motion twice. */
export interface ProfileLink extends HostLink {
  /** The highest order id in the life of the board, or 0: it has none. */
  readonly highestOrder: number;
  /** Whether a command is on its way, or its answer may still come. */
  isAwaited(now_us: number): boolean;
  /** Whether signals wait to be collected. */
  readonly hasNews: boolean;
}

/** A command under way: sent once, and answered or not. */
export interface UnderWay {
  readonly command: Command;
  readonly giveUp_us: number;
}
