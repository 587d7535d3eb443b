import type { ResolvedScenario } from '../format/Scenario.js';

/** What recording a run needs of a scenario: its name and text, and what it means under a variant and a seed. */
export interface Recordable {
  /** `stuck-dose-no-key`. */
  readonly name: string;
  /** The whole text of the scenario file. */
  readonly source: string;
  readonly resolved: ResolvedScenario;
}
