import type { ScenarioText } from '../src/worker/protocol.js';
import { libraryText } from './libraryText.js';

/** Three minutes of `stuck-dose-no-key` around its jam at 14:07:23, with nobody else: firmware takes a moment for it. */
export function shortJam(): ScenarioText {
  const text = libraryText('stuck-dose-no-key')
    .text.replace('start: 2021-09-14T12:00', 'start: 2021-09-14T14:05')
    .replace('length: 6 h', 'length: 3 min')
    .replace(/ {2}residents:[\s\S]*?\n\n/, '\n')
    .replace(/\nvariants:[\s\S]*$/, '\n');
  return { name: 'short-jam', text };
}
