import type { BenchEntry } from '../trace/BenchEntry.js';
import type { BenchFacts, ParameterFacts, VerdictFacts } from './BenchFacts.js';

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

export type ToWorker =
  | { readonly type: 'list'; readonly texts: readonly ScenarioText[] }
  | {
      readonly type: 'open';
      readonly run: number;
      readonly scenario: ScenarioText;
      readonly variant: string | null;
      readonly inputs: readonly RunInput[];
    }
  /** Winds back to `at_us`, keeps the inputs up to there, and goes on with these. */
  | { readonly type: 'act'; readonly run: number; readonly at_us: number; readonly inputs: readonly RunInput[] }
  | { readonly type: 'record' };

export type FromWorker =
  | { readonly type: 'listed'; readonly scenarios: readonly ListedScenario[]; readonly figures: readonly ParameterFacts[] }
  | { readonly type: 'opened'; readonly run: number; readonly facts: BenchFacts; readonly inputs: readonly RunInput[] }
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
