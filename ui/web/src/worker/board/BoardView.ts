/** What the page asks of a board: everything as it stood at an instant. */
export interface BoardAsk {
  readonly machine: string;
  readonly t_us: number;
  /** Frames up to here may be listed: what was lived. */
  readonly until_us: number;
  readonly filter: FrameFilter;
  /** Whose chart is held beside the model's. */
  readonly cartridge: number;
}

export const FRAME_SORTS = ['all', 'commands', 'polls', 'figures', 'trouble'] as const;
export type FrameSort = (typeof FRAME_SORTS)[number];

export interface FrameFilter {
  readonly sort: FrameSort;
  /** In a frame's words or the names of its registers; '' for all. */
  readonly text: string;
}

/** A machine's board at an instant. */
export interface BoardView {
  readonly ask: BoardAsk;
  /** How the link stands, by the last fact that said so. */
  readonly link: 'connected' | 'silent' | 'none';
  readonly frames: FramesView;
  readonly blocks: readonly BlockView[];
  readonly current: CurrentView | null;
  readonly beside: readonly BesideView[];
}

export interface FramesView {
  /** On the wire up to the instant. */
  readonly count: number;
  readonly rows: readonly FrameView[];
}

export interface FrameView {
  readonly t_us: number;
  /** Its number on this wire, from 0. */
  readonly place: number;
  readonly direction: 'sent' | 'received';
  readonly is: 'request' | 'reply' | 'exception' | 'late' | 'foreign' | 'garbled';
  /** Modbus function, or `null` where the frame could not be read. */
  readonly function: number | null;
  readonly attempt: number;
  readonly says: string;
  readonly values: readonly RegisterView[];
}

export interface RegisterView {
  readonly name: string;
  /** In words where its bits mean something, else its number with its unit. */
  readonly value: string;
  /** Other than in the reading before. */
  readonly changed: boolean;
}

export interface BlockView {
  readonly name: string;
  readonly says: string;
  readonly rows: readonly BlockRow[];
}

export interface BlockRow extends RegisterView {
  readonly address: number;
  /** `null` for a block that stands once. */
  readonly repeat: number | null;
  readonly says: string;
  /** As it stood in the registers. */
  readonly raw: string;
  /** When it was read, or written by the host. */
  readonly read_us: number;
}

/** The motor current of one motion; both series lie on the run's time. */
export interface CurrentView {
  readonly order: number;
  readonly cartridge: number;
  readonly from_us: number;
  /** At the pins, each time that the board sampled it. */
  readonly pins: { readonly at_us: Float64Array; readonly milliamp: Float32Array };
  /** As the board keeps it, once it was read. */
  readonly board: {
    readonly at_us: Float64Array;
    readonly milliamp: Float32Array;
    readonly stepMs: number;
    readonly read_us: number;
  } | null;
}

/** A chart of the board beside the model's, run on the same scenario, seed and inputs. */
export interface BesideView {
  readonly address: string;
  /** Active states, and since when they were read so; `null`: nothing was read yet. */
  readonly board: { readonly is: string; readonly read_us: number } | null;
  /** Where the model stood when the board was read. */
  readonly model: string | null;
  /** The model was there at that instant, or at most 40 ms before it. */
  readonly agrees: boolean;
}
