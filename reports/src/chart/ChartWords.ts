import type { ChartEdge, ChartNode } from './ChartGraph.js';

/** What a drawing writes, so that the layout can keep room for it. */
export interface ChartWords {
  /** A state's name. */
  readonly name: (node: ChartNode) => string;
  /** Lines under the name, in mono. */
  readonly lines: (node: ChartNode) => readonly string[];
  /** Lines beside a transition, in mono. */
  readonly label: (edge: ChartEdge) => readonly string[];
  /** Whether the whole chart has a frame with its name and lines. */
  readonly frame: boolean;
  /** Room to keep beside a name, in pixels, as for the dots of a counter. */
  readonly beside: (node: ChartNode) => number;
}
