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
  /** What this board cannot promise, each in a sentence; none, unless given. */
  readonly promises?: readonly string[];
  /** Why its motors may not be armed, in a sentence; they may, unless given. */
  readonly armRefusal?: string | null;
}
