import type { ResolvedScenario } from '../src/format/Scenario.js';
import { findScenario } from '../src/node/library.js';

/** A scenario of the library, `NAME` or `NAME:VARIANT`, under a seed; a name that is not there fails the test. */
export function libraryScenario(name: string, seed?: number): ResolvedScenario {
  const found = findScenario(name);
  if (!('scenario' in found)) throw new Error(`${name}: ${JSON.stringify(found)}`);
  const resolved = found.scenario.resolve(name.split(':')[1] ?? null, seed);
  if (!resolved) throw new Error(`${name} does not resolve`);
  return resolved;
}
