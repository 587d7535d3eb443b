import { createActor } from 'xstate';
import type { Benchmark } from '../../tools/Benchmark.js';
import { cartridge, limits, VEND } from './cartridgeVend.js';
import { secondsOf } from './secondsOf.js';
import { tableStepsPerSecond } from './tableSteps.js';

const STEPS = 16_000;
/** An actor's timers would be the wall's; here they are taken and forgotten. */
const clock = { setTimeout: () => 0, clearTimeout: () => {} };

function actorEventsPerSecond(): number {
  const input = { counters: Object.fromEntries(cartridge.counters.map((name) => [name, 0])), limits };
  const actor = createActor(cartridge.machine, { input, clock });
  actor.start();
  const seconds = secondsOf(() => {
    for (let i = 0; i < STEPS; i++) actor.send({ type: VEND[i % VEND.length] as string });
  });
  actor.stop();
  return STEPS / seconds;
}

export const benchmark: Benchmark = {
  name: "cartridge chart on tables, through the engines' interface (aim: 150 times)",
  unit: 'transitions/s',
  better: 'higher',
  run: () =>
    Promise.resolve({ value: tableStepsPerSecond(), reference: actorEventsPerSecond(), referenceName: 'an actor of XState' }),
};
