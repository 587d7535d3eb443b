/** A statechart as a drawing needs it: its states as a tree and the transitions between them. */
export interface ChartGraph {
  readonly name: string;
  /** The chart as a whole; its id is empty. Drawings with a frame show it, others leave it out. */
  readonly root: ChartNode;
  /** All other states, a parent before its children. */
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
  readonly counters: readonly ChartCounter[];
}

export type ChartNodeKind = 'state' | 'group' | 'parallel' | 'final' | 'shallow-history' | 'deep-history';

export interface ChartNode {
  /** Path of the state, as the trace writes it: `inService.turning`. */
  readonly id: string;
  readonly key: string;
  /** `null` where only the whole chart lies around it. */
  readonly parent: string | null;
  readonly kind: ChartNodeKind;
  readonly initial: boolean;
  /** What it does without being left: on entry, on exit, and when an event comes that leads nowhere. */
  readonly notes: readonly ChartNote[];
}

/** What happens when, under which condition. */
export interface ChartNote {
  /** What brings it about, as the trace's `on` writes it: an event, or `after NAME`; in notes also `entry` and `exit`. */
  readonly on: string;
  /** After how long, by default, where a delay brings it about. */
  readonly afterMs: number | null;
  /** The guard, as short words: `tries below furtherHalfTurns`; empty without one. */
  readonly guard: string;
  /** The default of the limit that the guard names. */
  readonly limit: number | null;
  /** It has no guard and is asked after others that have one. */
  readonly otherwise: boolean;
  /** In the order in which they are done: `drive motor run`, `increment tries`. */
  readonly effects: readonly string[];
}

export interface ChartEdge extends ChartNote {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface ChartCounter {
  readonly name: string;
  /** How many dots: the limit that guards compare it with, at most 6 are drawn; 0 when unknown. */
  readonly limit: number;
}
