import type { LiveTime, Prompt, PromptCount } from '@dosetwin/firmware-bridge';

/** A real board below a hinge, as whoever looks at the run is told of it. */
export interface BoardSeen {
  readonly machine: string;
  /** As a person names it: `serial:/dev/ttyACM0`. */
  readonly port: string;
  /** Whether it answers on its wire. */
  readonly answers: boolean;
}

/** The real boards of a live run. Their motors move only while armed, and time goes as on the wall while they are at work. */
export interface LiveBoards {
  readonly time: LiveTime;
  /** Something goes on at a board: the run goes at the wall's pace. */
  readonly wantsRealTime: boolean;
  /** Beyond this instant the run must not leap before the wall has come as far, in µs. */
  readonly leapEnd_us: number;
  /** A prompt waits that time waits for. */
  readonly standsStill: boolean;
  /** Why the run cannot go on, in words; `null`: it can. */
  readonly failure: string | null;
  readonly isArmed: boolean;
  readonly seen: readonly BoardSeen[];
  /** What whoever stands at a machine is asked to do. */
  readonly prompts: readonly Prompt[];
  /** Why their motors may not be armed, in words, with the board's name; `null`: they may. */
  readonly armRefusal: string | null;
  /** Only where nothing refuses it. */
  arm(): void;
  /** No further motion is commanded; one that is under way ends by itself. */
  disarm(): void;
  /** Whether a prompt of that number waited, and the answer carries what it asks for. */
  answer(number: number, count: PromptCount | null): boolean;
}

/** A board or its bench ended the run; the message says why. */
export class BoardFailed extends Error {}
