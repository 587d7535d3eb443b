import type { BenchEntry } from '../trace/BenchEntry.js';
import type { BenchFacts, ParameterFacts, VerdictFacts } from './BenchFacts.js';
import type { BoardAsk, BoardView } from './board/BoardView.js';
import type { ListedScenario, RunControllers, RunInput, ScenarioText } from './protocol.js';

/** One run in the worker: what the page asks of it. */
export interface BenchRun {
  readonly facts: BenchFacts;
  readonly controllers: RunControllers;
  /** All entries so far, in their order. */
  readonly entries: readonly BenchEntry[];
  readonly inputs: readonly RunInput[];
  readonly now_us: number;
  runUntil(t_us: number): void;
  /** Takes the run back to `t_us`: inputs after it and entries after it are gone. */
  windBack(t_us: number): void;
  /** Inputs for instants at or after now. */
  input(inputs: readonly RunInput[]): void;
  /** What came of each expectation, in their order; none before the run has finished. */
  verdicts(): readonly VerdictFacts[];
  /** A board at an instant that was reached; `null` for a machine on the model. */
  board(ask: BoardAsk): BoardView | null;
  recordText(): { readonly fileName: string; readonly text: string };
}

/** Where runs come from. Both throw an error with one message a line that a stranger can act on. */
export interface BenchRuns {
  list(text: ScenarioText): ListedScenario;
  /** Every figure of the model with its default. */
  figures(): readonly ParameterFacts[];
  open(text: ScenarioText, variant: string | null, inputs: readonly RunInput[], controllers?: readonly string[] | null): BenchRun;
}
