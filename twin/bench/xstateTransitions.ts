import { initialTransition, transition } from 'xstate';
import { cartridge, limits, VEND } from './cartridgeVend.js';
import { secondsOf } from './secondsOf.js';

const STEPS = 16_000;

/** XState's pure `transition()`, transitions a second. */
export function xstateTransitionsPerSecond(): number {
  const { machine, counters } = cartridge;
  const context = { counters: Object.fromEntries(counters.map((name) => [name, 0])), limits };
  let [snapshot] = initialTransition(machine, context);
  const seconds = secondsOf(() => {
    for (let i = 0; i < STEPS; i++) [snapshot] = transition(machine, snapshot, { type: VEND[i % VEND.length] as string });
  });
  return STEPS / seconds;
}
