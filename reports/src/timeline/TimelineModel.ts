/** How a stretch of a lane looks; each look stands for one meaning, and the hatches carry it without colour too. */
export type BarLook =
  /** Works, is open, is there. */
  | 'open'
  /** Open, but busy with something else; a quieter fill. */
  | 'busy'
  /** Closed, away or on leave: grey hatch. */
  | 'away'
  /** Something is stuck: amber hatch. */
  | 'fault'
  /** A person waits. */
  | 'waits';

export interface TimelineBar {
  readonly from_us: number;
  readonly to_us: number;
  readonly look: BarLook;
  readonly label: string | null;
}

export interface TimelineMark {
  readonly t_us: number;
  readonly look: 'dot' | 'tick';
  readonly label: string | null;
}

export interface TimelineLane {
  readonly name: string;
  readonly isStrong: boolean;
  readonly bars: readonly TimelineBar[];
  readonly marks: readonly TimelineMark[];
}

/** A span in which something was expected, drawn above the lanes. */
export interface TimelineBracket {
  readonly from_us: number;
  readonly to_us: number;
  readonly label: string;
  readonly isMet: boolean;
}

/** One picture of a run: lanes over one stretch of time. Instants are microseconds since the scenario's start. */
export interface TimelineModel {
  readonly from_us: number;
  readonly to_us: number;
  readonly ticks: readonly { readonly t_us: number; readonly label: string }[];
  /** Instants that all lanes share, such as the jam. */
  readonly moments: readonly { readonly t_us: number; readonly label: string }[];
  readonly brackets: readonly TimelineBracket[];
  readonly lanes: readonly TimelineLane[];
  /** What a reader should know of the stretch that is shown; `null` when it is the whole run. */
  readonly note: string | null;
  /** What the picture shows, for those who do not see it. */
  readonly says: string;
}
