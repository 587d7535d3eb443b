import { type BodyOptions, Kernel, ModelBody, type TraceEntry } from '@dosetwin/twin';
import { expect, it } from 'vitest';
import { currentDrift, driftsOf } from './driftsOf.js';
import { NOTHING_SEEN, sawStates } from './MotionSeen.js';
import { ShadowedBody } from './ShadowedBody.js';

const ENVELOPE = { lateMs: 100, motionMs: 150, currentShare: 0.25, upToSpeedMs: 400 };
const SECOND_us = 1_000_000;

/** One dose from a machine whose motor turns at `rpm`, beside a model that turns at 30; its entries of drift. */
function driftsAt(rpm: number, isReal = true): TraceEntry[] {
  const entries: TraceEntry[] = [];
  const kernel = new Kernel({ seed: 1, onEntry: (entry) => entries.push(entry) });
  const options: BodyOptions = {
    machine: 'm',
    cartridges: 2,
    loaded: [14, 14],
    parameters: [{ mechanism: { jamShare: 0 } }],
    onSignal: () => {},
  };
  const slower: BodyOptions = { ...options, parameters: [...options.parameters, { mechanism: { motorSpeedRpm: rpm } }] };
  const body = new ShadowedBody(kernel, options, { isReal, bodyOf: (kernel) => new ModelBody(kernel, slower) });
  body.start();
  body.command({ name: 'vend', order: 1, cartridge: 2 }, 20_000);
  for (let t_us = 0; t_us <= 12 * SECOND_us; t_us += 20_000) {
    kernel.runUntil(t_us);
    body.poll(t_us);
  }
  return entries.filter(({ kind }) => kind === 'drift');
}

it('a machine like the model does not drift; a slow motor does, with both figures', () => {
  expect(driftsAt(30)).toEqual([]);
  const [drift, ...others] = driftsAt(24);
  expect(others).toEqual([]);
  expect(drift).toMatchObject({ source: 'm/shadow', level: 1, payload: { order: 1, cartridge: 2, what: 'motion-time' } });
  expect(Number(drift?.payload.is)).toBeGreaterThan(Number(drift?.payload.model) + 400);
});

it('the shadow tells no entry of its own, and can be kept and taken up', () => {
  const kernel = new Kernel({ seed: 1 });
  const options: BodyOptions = { machine: 'm', cartridges: 1, loaded: [14], parameters: [], onSignal: () => {} };
  const newBody = (kernel: Kernel) => new ShadowedBody(kernel, options, { bodyOf: (kernel) => new ModelBody(kernel, options) });
  newBody(kernel).start();
  kernel.runUntil(SECOND_us);
  const kept = kernel.checkpoint();
  const again = new Kernel({ seed: 1 });
  newBody(again);
  again.restore(kept);
  expect(again.checkpoint()).toEqual(kept);
});

it('counts half turns by the states that were seen, and bounds the drop between two looks', () => {
  const states = [
    'home',
    'moving.coil.turning',
    'waitingForDrop',
    'moving.coil.halfTurn.leaving',
    'moving.coil.halfTurn.turning',
  ];
  const turned = states.reduce((seen, is, i) => sawStates(seen, is, i * 20), NOTHING_SEEN);
  const seen = sawStates(turned, 'moving.coil.finishing', 100);
  expect(seen).toMatchObject({ halfTurns: 1, beam: { after: 80, by: 100 } });
});

it.each([
  ['late', { after: 2_200, by: 2_220 }, [{ what: 'late-drop', is: 2_200, model: 2_000, unit: 'ms' }]],
  ['early', { after: 1_800, by: 1_820 }, [{ what: 'early-drop', is: 1_820, model: 2_000, unit: 'ms' }]],
  ['within the envelope', { after: 2_080, by: 2_120 }, []],
])('a drop that came %s is said so', (_, beam, drifts) => {
  const model = { ...NOTHING_SEEN, started: 0, beam: { after: 1_990, by: 2_000 } };
  expect(driftsOf({ ...NOTHING_SEEN, started: 0, beam }, model, ENVELOPE)).toEqual(drifts);
});

it('a motor that takes a quarter more than the model at speed is said so, its inrush apart', () => {
  const of = (milliamp: number) => ({
    order: 1,
    cartridge: 1,
    stepMs: 100,
    milliamp: [500, 400, 350, 300, ...Array(20).fill(milliamp)],
  });
  expect(currentDrift(of(240), 200, ENVELOPE)).toBeNull();
  expect(currentDrift(of(260), 200, ENVELOPE)).toEqual({ what: 'current', is: 260, model: 200, unit: 'mA' });
});
