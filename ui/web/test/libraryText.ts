import { readFileSync } from 'node:fs';
import type { ScenarioText } from '../src/worker/protocol.js';

/** A scenario of the library as the page has it, for tests that run in Node. */
export function libraryText(name: string): ScenarioText {
  return { name, text: readFileSync(new URL(`../../../scenarios/library/${name}.yaml`, import.meta.url), 'utf8') };
}
