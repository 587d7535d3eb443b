/** A chart with places: what a drawing draws. Pixels of the drawing, before it is scaled to wherever it is shown. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  /** What lies around comes before what lies inside. */
  readonly boxes: readonly ChartBox[];
  readonly lines: readonly ChartLine[];
}

export interface ChartBox {
  /** The state's id, or `start/STATE` for the dot that leads to the initial state of STATE. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly group: boolean;
}

export interface ChartLine {
  /** The edge's id, or that of the dot where it begins. */
  readonly id: string;
  readonly points: readonly Point[];
  readonly label: { readonly x: number; readonly y: number } | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
