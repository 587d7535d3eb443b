import { loadScenario } from '../format/loadScenario.js';
import type { Problems } from '../format/Problem.js';
import type { ResolvedScenario, Scenario } from '../format/Scenario.js';
import { BadChange, type Change, changeScenario } from './changeScenario.js';

/** One of the designs that are compared, as plain data: a scenario, or a variant of it, with changes. */
export interface Side {
  /** As on the command line: `stuck-dose-no-key:key-on-site`. */
  readonly name: string;
  /** For messages. */
  readonly file: string;
  /** The whole text of the scenario file. */
  readonly text: string;
  readonly variant: string | null;
  readonly changes: readonly Change[];
}

/** A side that was read, and can be had under any seed. */
export interface ReadSide {
  readonly scenario: Scenario;
  resolve(seed: number): ResolvedScenario;
}

/** Reads a side with its changes laid over it; what does not load then is told with its place in the changed file. */
export function readSide({ name, file, text, variant, changes }: Side): ReadSide | Problems {
  const loaded = loadScenario(changeScenario(text, variant, changes), file);
  if ('problems' in loaded) return loaded;
  const { scenario } = loaded;
  return {
    scenario,
    resolve: (seed) => {
      const resolved = scenario.resolve(variant, seed);
      if (!resolved) throw new BadChange(`${name}: there is no such variant`);
      return resolved;
    },
  };
}
