import type { HostLink } from '../wire/HostLink.js';
import type { LinkFact } from '../wire/LinkFact.js';

export interface BoardListener {
  fact(fact: LinkFact): void;
  /** The wire has gone or come; `says` is for people. */
  wire(isOpen: boolean, says: string): void;
}

/** A real board on its wire, greeted and taken. */
export interface BoardPort {
  /** As a person names it: `serial:/dev/ttyACM0`. */
  readonly name: string;
  readonly link: HostLink;
  /** The highest order id in the life of the board, as it was greeted. */
  readonly highestOrder: number;
  /** The clock that the link runs on, in µs. */
  now_us(): number;
  /** To be called whenever the link was given something to do. */
  turn(): void;
  listen(listener: BoardListener): void;
  /** Whether its polls show door and motor as they are, in facts of status; they do, unless given. */
  readonly showsPins?: boolean;
  /** Whether an answer of the board is awaited that its positions do not tell of; none is, unless given. */
  readonly isAwaited?: boolean;
  /** Whether signals that need nothing more of the board wait for the host's next poll; none do, unless given. */
  readonly hasNews?: boolean;
  /** What this board cannot promise, each in a sentence; none, unless given. */
  readonly promises?: readonly string[];
  /** Why its motors may not be armed, in a sentence; they may, unless given. */
  readonly armRefusal?: string | null;
}
