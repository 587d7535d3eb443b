/** One chart of a program, from its start or from a state's bytes, through a sequence of events. */
export interface BoardRun {
  /** Which of the program's charts. */
  readonly chart: number;
  /** `null`: from its start, whose own step comes first in the answer. */
  readonly from: Uint8Array | null;
  readonly events: readonly number[];
}

/** Where a step ended: the bytes of the state, and the operations that left the chart, in order. */
export interface BoardStep {
  readonly state: Uint8Array;
  readonly ops: readonly number[];
}

/** Whatever runs the interpreter in C: a process of this machine, or an emulated controller. */
export interface ChartBoard {
  readonly name: string;
  /** The steps of each run, in order. @throws where a step says `CHART_FAULT` */
  run(runs: readonly BoardRun[]): readonly (readonly BoardStep[])[];
}
