import { TableEngine } from '../src/index.js';
import { cartridge, limits, VEND } from './cartridgeVend.js';
import { secondsOf } from './secondsOf.js';

const STEPS = 8_000_000;
const engine = new TableEngine(cartridge);

/** Tables through the interface that every engine has, steps a second, with the effects of each looked at. */
export function tableStepsPerSecond(): number {
  let { state } = engine.start(limits);
  let effects = 0;
  const seconds = secondsOf(() => {
    for (let i = 0; i < STEPS; i++) {
      const step = engine.step(state, VEND[i & 7] as string);
      state = step.state;
      effects += step.effects.length;
    }
  });
  if (state.configuration !== 'home' || effects === 0) throw new Error('the vends did not end at home');
  return STEPS / seconds;
}
