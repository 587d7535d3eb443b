import type { TraceEntry } from '@dosetwin/twin';
import type { BenchAct } from '../serve/BenchBoard.js';
import type { Framing } from '../wire/ReplyReader.js';

/** Bytes as they came, and when the last of them was whole. */
export interface HeardBytes {
  readonly t_us: number;
  readonly bytes: Uint8Array;
}

/** What can be seen and done at a simulated mechanism, besides the wire. */
export interface LineMechanism {
  readonly entries: readonly TraceEntry[];
  act(act: BenchAct): void;
}

/** A way to a board on which anything can be sent, wrong frames too. All times are whole µs of one clock, which never falls. */
export interface BoardLine {
  readonly framing: Framing;
  /** Whether times are the wire's own; otherwise a machine, an adapter or a network lies between. */
  readonly isExact: boolean;
  now_us(): number;
  send(bytes: Uint8Array): void;
  /** Lets so much time pass. */
  pause(us: number): Promise<void>;
  /** Lets so much time pass, or less if bytes come. */
  listen(us: number): Promise<void>;
  /** What came since this was last asked. */
  take(): readonly HeardBytes[];
  /** Starts the board anew, as a power cut does; missing where nobody can. */
  readonly restart?: () => Promise<void>;
  readonly mechanism?: LineMechanism;
  close(): Promise<void>;
}
