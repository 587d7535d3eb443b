/** A statechart as a drawing needs it: its states as a tree and the transitions between them. */
export interface ChartGraph {
  readonly name: string;
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
  readonly counters: readonly ChartCounter[];
}

export interface ChartNode {
  /** Path of the state, as the trace writes it: `inService.turning`. */
  readonly id: string;
  readonly key: string;
  readonly parent: string | null;
  readonly kind: 'state' | 'group' | 'parallel' | 'final';
  readonly initial: boolean;
}

export interface ChartEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** What brings it about, as the trace's `on` writes it: an event, or `after NAME`. */
  readonly on: string;
  /** Guards, as short words: `tries below 3`. */
  readonly guard: string;
}

export interface ChartCounter {
  readonly name: string;
  /** How many dots: the limit that guards compare it with, at most 6 are drawn; 0 when unknown. */
  readonly limit: number;
}
