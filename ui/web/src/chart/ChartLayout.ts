/** A chart with places: what a drawing draws. Pixels of the drawing, before it is scaled to its panel. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly ChartBox[];
  readonly lines: readonly ChartLine[];
}

export interface ChartBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly group: boolean;
}

export interface ChartLine {
  /** The edge's id, or `start/STATE` for the dot that leads to an initial state. */
  readonly id: string;
  readonly points: readonly Point[];
  readonly label: { readonly x: number; readonly y: number } | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
