import { describe, expect, it } from 'vitest';
import { assign, emit, raise, setup } from 'xstate';
import { CHARTS } from '../CHARTS.js';
import type { ChartDefinition } from '../charts/ChartDefinition.js';
import { RandomStream } from '../kernel/random.js';
import type { ChartStep } from './ChartEngine.js';
import { XStateEngine } from './XStateEngine.js';

const SEQUENCES = 4;
const STEPS = 40;
const AHEAD = 8;

const limitsOf = ({ parameters }: ChartDefinition) =>
  Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
const eventsOf = ({ machine }: ChartDefinition) => machine.events.filter((event) => !event.startsWith('xstate.'));

/** Timers that run after a step, by id, with the event that each will send. */
function timersAfter(timers: ReadonlyMap<string, string>, { effects }: ChartStep): Map<string, string> {
  const next = new Map(timers);
  for (const effect of effects) {
    if (effect.type === 'set-timer') next.set(effect.id, effect.event);
    else if (effect.type === 'cancel-timer') next.delete(effect.id);
  }
  return next;
}

/** The next event: mostly one that the chart knows, often a timer that runs, now and then one that nobody knows. */
function draw(stream: RandomStream, definition: ChartDefinition, timers: ReadonlyMap<string, string>): string {
  const due = [...timers.values()];
  if (due.length > 0 && stream.chance(0.4)) return due[stream.integer(0, due.length - 1)] as string;
  const events = eventsOf(definition);
  return stream.chance(0.05) ? 'NOBODY_KNOWS_IT' : (events[stream.integer(0, events.length - 1)] as string);
}

/** What a step shows to the outside. */
const seen = ({ state, effects }: ChartStep) => ({ is: state.configuration, counters: state.counters, effects });

describe.each(CHARTS.map((definition) => [definition.name, definition] as const))('the engine on %s', (name, definition) => {
  const engine = new XStateEngine(definition);
  const limits = limitsOf(definition);

  it.each(Array.from({ length: SEQUENCES }, (_, i) => i + 1))(
    '[K7] a state saved and restored goes on as the state itself, whatever happens: sequence %i',
    (seed) => {
      const stream = new RandomStream(seed, name, 'events');
      let step: ChartStep = engine.start(limits);
      let timers = timersAfter(new Map(), step);
      for (let i = 0; i < STEPS; i++) {
        let going = step;
        let restored: ChartStep = {
          state: engine.restore(JSON.parse(JSON.stringify(engine.save(step.state as never))), limits),
          effects: step.effects,
        };
        expect(seen(restored)).toEqual(seen(going));
        let running = timers;
        for (let ahead = 0; ahead < AHEAD; ahead++) {
          const event = draw(stream, definition, running);
          going = engine.step(going.state as never, event);
          restored = engine.step(restored.state as never, event);
          expect(seen(restored), `step ${i}, ${ahead} ahead, ${event}`).toEqual(seen(going));
          running = timersAfter(running, going);
        }
        const event = draw(stream, definition, timers);
        step = engine.step(step.state as never, event);
        timers = timersAfter(timers, step);
      }
    },
  );

  it('[E6] an event that nobody knows gives the same state object and no effect', () => {
    const { state } = engine.start(limits);
    const step = engine.step(state, 'NOBODY_KNOWS_IT');
    expect(step.state).toBe(state);
    expect(step.effects).toEqual([]);
  });

  it('[E4] names every timer by a delay of its parameters', () => {
    const delays = Object.keys(definition.parameters).filter((parameter) => parameter.endsWith('Ms'));
    const stream = new RandomStream(1, name, 'timers');
    let step: ChartStep = engine.start(limits);
    let timers = timersAfter(new Map(), step);
    for (let i = 0; i < 300; i++) {
      for (const effect of step.effects) if (effect.type === 'set-timer') expect(delays).toContain(effect.delay);
      step = engine.step(step.state as never, draw(stream, definition, timers));
      timers = timersAfter(timers, step);
    }
  });
});

describe('effects outside the vocabulary', () => {
  const strange = (action: unknown): XStateEngine => {
    const machine = setup({ actions: { beep: () => {} } }).createMachine({
      initial: 'a',
      states: { a: { on: { GO: { actions: action as never } } } },
    });
    return new XStateEngine({ name: 'strange', machine, parameters: {}, counters: [], slots: [], roles: [] });
  };
  const go = (engine: XStateEngine) => engine.step(engine.start({}).state, 'GO');

  it.each([
    ['an action of another name', { type: 'beep' }, 'chart strange emits beep, which is not in the vocabulary'],
    ['an inline function', function inline() {}, 'which is not in the vocabulary'],
    ['an emitted event', emit({ type: 'NEWS' }), 'which is not in the vocabulary'],
    [
      'a delayed event that is no timer of a state',
      raise({ type: 'LATER' }, { delay: 5, id: 'mine' }),
      'mine is no timer of a chart',
    ],
  ])('refuses %s', (_, action, message) => {
    expect(() => go(strange(action))).toThrow(message);
  });

  it('takes what only changes a counter inside', () => {
    expect(go(strange(assign({}))).effects).toEqual([]);
  });
});
