import type { BenchEntry } from '../trace/BenchEntry.js';
import type { BenchFacts, ParameterFacts, VerdictFacts } from './BenchFacts.js';
import type { BoardAsk, BoardView } from './board/BoardView.js';

/** Something that enters a run from outside: what was done, by whom, at which instant. */
export interface RunInput {
  readonly t_us: number;
  readonly role: string;
  readonly kind: string;
  readonly [argument: string]: number | string | boolean;
}

/** A scenario's text, or a record's, as it stands in its file. */
export interface ScenarioText {
  /** The file's name without its ending: `stuck-dose-no-key`. */
  readonly name: string;
  readonly text: string;
}

/** What the page can put below a hinge. */
export const PAGE_CONTROLLERS = ['model', 'emulated'] as const;
export type PageController = (typeof PAGE_CONTROLLERS)[number];
/** By machine. */
export type RunControllers = Readonly<Record<string, PageController>>;

export type ToWorker =
  | { readonly type: 'list'; readonly texts: readonly ScenarioText[] }
  | {
      readonly type: 'open';
      readonly run: number;
      readonly scenario: ScenarioText;
      readonly variant: string | null;
      readonly inputs: readonly RunInput[];
      /** As `--controller` takes them, for machines by name or all; `null`: as the file says, else the model. */
      readonly controllers: readonly string[] | null;
    }
  /** Winds back to `at_us`, keeps the inputs up to there, and goes on with these. */
  | { readonly type: 'act'; readonly run: number; readonly at_us: number; readonly inputs: readonly RunInput[] }
  | { readonly type: 'record' }
  /** A board as it stood at an instant; answered while the run goes on. */
  | { readonly type: 'board'; readonly id: number; readonly run: number; readonly ask: BoardAsk };

export type FromWorker =
  | { readonly type: 'listed'; readonly scenarios: readonly ListedScenario[]; readonly figures: readonly ParameterFacts[] }
  | {
      readonly type: 'opened';
      readonly run: number;
      readonly facts: BenchFacts;
      readonly inputs: readonly RunInput[];
      /** Who stands below each machine's hinge; not said of a run that goes on elsewhere. */
      readonly controllers?: RunControllers;
    }
  /** The first `keep` entries stand; then come these. `reached_us`: nothing before it is missing. */
  | {
      readonly type: 'entries';
      readonly run: number;
      readonly keep: number;
      readonly entries: readonly BenchEntry[];
      readonly reached_us: number;
      readonly inputs: readonly RunInput[];
      /** Of the whole run, once it has finished. */
      readonly verdicts: readonly VerdictFacts[];
    }
  /** Of the ask with this `id`. `null`: the model stands there. */
  | { readonly type: 'board'; readonly id: number; readonly run: number; readonly view: BoardView | null }
  | { readonly type: 'recorded'; readonly fileName: string; readonly text: string }
  | { readonly type: 'refused'; readonly messages: readonly string[] };

/** A line of the list of scenarios. */
export interface ListedScenario {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly study: readonly string[];
  readonly audience: readonly string[];
  readonly variants: readonly { readonly name: string; readonly title: string }[];
}
