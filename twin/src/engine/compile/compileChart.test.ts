import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, and, assign, cancel, enqueueActions, raise, sendTo, setup, spawnChild, stateIn } from 'xstate';
import { CHARTS } from '../../CHARTS.js';
import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { actions, type ChartTypes, fromInput, guards } from '../../charts/vocabulary.js';
import { chartOf, evidenceParameters } from '../evidence/randomChart.js';
import { CannotCompile } from './CannotCompile.js';
import { compileChart } from './compileChart.js';

type Config = Record<string, unknown>;
const effect = { type: 'record', params: { kind: 'k' } };

function refusal(definition: ChartDefinition): CannotCompile {
  try {
    compileChart(definition);
  } catch (error) {
    if (error instanceof CannotCompile) return error;
    throw error;
  }
  throw new Error('it was compiled');
}

/** A chart with implementations of its own, beside the vocabulary's. */
function made(
  config: Config,
  more: { readonly delays?: Config; readonly actions?: Config; readonly guards?: Config },
): ChartDefinition {
  const machine = setup({
    types: {} as ChartTypes,
    guards: { ...guards, ...more.guards },
    actions: { ...actions, ...more.actions },
    delays: { soonMs: 1, ...more.delays },
  } as never).createMachine({ id: 'm', context: fromInput, ...config } as never) as unknown as AnyStateMachine;
  return { name: 'test', machine, parameters: evidenceParameters, counters: ['x'], slots: ['slot'], roles: ['role'] };
}

const two = (a: Config, b: Config = {}): Config => ({ initial: 'a', states: { a, b } });

describe('what the compiler refuses, with chart, state and reason', () => {
  it.each<[string, Config, string, RegExp]>([
    ['an undeclared delay name', two({ after: { strangeMs: 'b' } }), 'm.a', /strangeMs is not declared/],
    ['a numeric delay', two({ after: { 100: 'b' } }), 'm.a', /the number 100/],
    ['a bare target in a list of after', two({ after: { soonMs: ['b'] } }), 'm.a', /bare target/],
    ['invoke', two({ invoke: { src: 'x' } }), 'm.a', /it has invoke/],
    ['spawnChild', two({ entry: spawnChild('x') }), 'm.a', /xstate\.spawnChild/],
    ['spawnChild on a transition', two({ on: { E: { actions: spawnChild('x') } } }), 'm.a', /xstate\.spawnChild/],
    ['sendTo', two({ exit: sendTo('x', { type: 'E' }) }), 'm.a', /xstate\.sendTo/],
    ['enqueueActions', two({ entry: enqueueActions(() => {}) }), 'm.a', /xstate\.enqueueActions/],
    ['cancel of what is no timer', two({ entry: cancel('x') }), 'm.a', /no timer of a state/],
    ['output', two({ type: 'final', output: {} }), 'm.a', /it has output/],
    [
      'an inline action',
      two({ entry: () => {} }),
      'm.a',
      /entry, which the vocabulary|function of its own|vocabulary does not have/,
    ],
    ['an inline assign', two({ entry: assign({}) }), 'm.a', /xstate.assign/],
    ['an unknown action', two({ entry: { type: 'shout', params: {} } }), 'm.a', /shout is not declared/],
    ['an action without params', two({ entry: 'record' }), 'm.a', /record has no params/],
    [
      'function params',
      two({ entry: { type: 'record', params: () => ({ kind: 'k' }) } }),
      'm.a',
      /params of record are a function/,
    ],
    [
      'a word that an effect does not know',
      two({ entry: { type: 'record', params: { kind: 'k', loud: 'yes' } } }),
      'm.a',
      /does not know loud/,
    ],
    ['an effect that lacks a word', two({ entry: { type: 'drive', params: { to: 'run' } } }), 'm.a', /drive lacks actuator/],
    ['a word that is no text', two({ entry: { type: 'record', params: { kind: 3 } } }), 'm.a', /no fixed word/],
    ['a strange role', two({ entry: { type: 'tell', params: { role: 'moon', event: 'E' } } }), 'm.a', /moon, which is no role/],
    ['a strange slot', two({ entry: { type: 'record', params: { kind: 'k', with: ['hat'] } } }), 'm.a', /hat, which is no slot/],
    ['a strange counter', two({ entry: { type: 'increment', params: { counter: 'z' } } }), 'm.a', /no counter z/],
    ['a strange limit', two({ entry: { type: 'set', params: { counter: 'x', limit: 'z' } } }), 'm.a', /no limit z/],
    ['a delay as a limit', two({ entry: { type: 'set', params: { counter: 'x', limit: 'soonMs' } } }), 'm.a', /no limit soonMs/],
    ['a delayed raise', two({ entry: raise({ type: 'E' }, { delay: 10 }) }), 'm.a', /raises with a delay/],
    ['a computed raise', two({ entry: raise(() => ({ type: 'E' })) }), 'm.a', /is computed/],
    ['a raise with arguments', two({ entry: raise({ type: 'E', more: 1 } as never) }), 'm.a', /more than a name/],
    ["a raise of XState's own", two({ entry: raise({ type: 'xstate.init' }) }), 'm.a', /XState's own/],
    ['a guard function', two({ on: { E: { guard: () => true, target: 'b' } } }), 'm.a', /only the vocabulary's/],
    ['and', two({ on: { E: { guard: and([]), target: 'b' } } }), 'm.a', /only the vocabulary's/],
    ['stateIn', two({ on: { E: { guard: stateIn('b'), target: 'b' } } }), 'm.a', /only the vocabulary's/],
    ['a guard without params', two({ on: { E: { guard: 'below', target: 'b' } } }), 'm.a', /below has no params/],
    ['an unknown guard', two({ on: { E: { guard: { type: 'odd', params: {} }, target: 'b' } } }), 'm.a', /odd is not declared/],
    [
      'function params of a guard',
      two({ on: { E: { guard: { type: 'below', params: () => ({}) }, target: 'b' } } }),
      'm.a',
      /params of the guard below/,
    ],
    [
      'a guard of a strange counter',
      two({ on: { E: { guard: { type: 'below', params: { counter: 'z', limit: 'few' } } } } }),
      'm.a',
      /no counter z/,
    ],
    [
      'a guard of a strange limit',
      two({ on: { E: { guard: { type: 'below', params: { counter: 'x', limit: 'z' } } } } }),
      'm.a',
      /no limit z/,
    ],
    ['a star in the middle', two({ on: { 'a.*.b': 'b' } }), 'm.a', /a star stands alone/],
    ["an event of XState's own", two({ on: { 'xstate.*': 'b' } }), 'm.a', /XState's own/],
    ['an always cycle', two({ always: 'b' }, { always: 'a' }), 'm.a', /an always cycle: m.a → m.b → m.a/],
    [
      'an always that stays and counts',
      two({ always: { actions: { type: 'reset', params: { counter: 'x' } } } }),
      'm.a',
      /an always cycle/,
    ],
    ['a circle of raised events', two({ on: { E: { actions: raise({ type: 'E' }) } } }), 'm.a', /events that it raises/],
    ['targets that exclude each other', two({ on: { E: { target: ['a', 'b'] } } }), 'm.a', /exclude each other/],
    ['targets inside each other', { ...two({}), on: { E: { target: ['.a', '#m'] } } }, 'm', /exclude each other/],
    [
      'the history of a state around',
      { initial: 'a', states: { a: { on: { E: 'h' } }, h: { type: 'history' } } },
      'm.a',
      /targets m.h from inside/,
    ],
    [
      'history in history',
      { initial: 'a', states: { a: {}, h: { type: 'history', target: 'i' }, i: { type: 'history' } } },
      'm.h',
      /no state inside m/,
    ],
    [
      'several defaults',
      { initial: 'a', states: { a: {}, h: { type: 'history', target: ['a', 'a'] } } },
      'm.h',
      /one default at most/,
    ],
    ['a history that acts', { initial: 'a', states: { a: {}, h: { type: 'history', entry: effect } } }, 'm.h', /never active/],
    [
      'a start in a history state',
      { initial: 'h', states: { a: {}, h: { type: 'history', target: 'a' } } },
      'm',
      /starts in a history state/,
    ],
    ['a final state that reacts', two({ type: 'final', on: { E: 'b' } }), 'm.a', /does not react/],
    ['a final state with states', two({ type: 'final', states: { c: {} } }), 'm.a', /has states of its own/],
    ['a final root', { type: 'final' }, 'm', /the root is final/],
    ['a parallel state without regions', two({ type: 'parallel', states: {} }), 'm.a', /no regions/],
    ['two states of one id', two({ id: 'same' }, { id: 'same' }), 'same', /two states have this id/],
    ['a state name with a dot', { initial: 'x.y', states: { 'x.y': {} } }, 'm.x.y', /holds a dot/],
    ['a context of its own', { ...two({}), context: {} }, 'm', /not the vocabulary's fromInput/],
    ['a limit of iterations', { ...two({}), options: { maxIterations: 10 } }, 'm', /limits its iterations/],
  ])('[E8] %s', (_, config, state, reason) => {
    const refused = refusal(chartOf('test', config));
    expect(refused.chart).toBe('test');
    expect(refused.state).toBe(state);
    expect(refused.reason).toMatch(reason);
    expect(refused.message).toBe(`chart test, state ${state}: ${refused.reason}`);
  });

  it("[E8] implementations that bear the vocabulary's names and are others", () => {
    const entry = { type: 'record', params: { kind: 'k' } };
    expect(refusal(made(two({ entry }), { actions: { record: () => {} } })).reason).toMatch(/record is not the vocabulary's/);
    const on = { E: { guard: { type: 'below', params: { counter: 'x', limit: 'few' } } } };
    expect(refusal(made(two({ on }), { guards: { below: () => true } })).reason).toMatch(/below is not the vocabulary's/);
  });

  it('[E8] delays that are functions, no parameters, or named otherwise', () => {
    const after = (name: string) => two({ after: { [name]: 'b' } });
    expect(refusal(made(after('soonMs'), { delays: { soonMs: () => 1 } })).reason).toMatch(/soonMs is a function/);
    expect(refusal(made(after('strangeMs'), { delays: { strangeMs: 1 } })).reason).toMatch(/strangeMs is no parameter/);
    expect(refusal(made(after('few'), { delays: { few: 1 } })).reason).toMatch(/few does not end in Ms/);
  });

  it('[E8] spawn, which XState gives to an assignment or to the context, and nowhere else', () => {
    const spawned = assign(({ spawn }: { spawn: (src: string) => unknown }) => ({ child: spawn('x') }) as never);
    expect(refusal(chartOf('test', two({ entry: spawned as never }))).reason).toMatch(/xstate\.assign/);
    const context = ({ spawn }: { spawn: (src: string) => unknown }) => ({ child: spawn('x') });
    const { chart, state, reason } = refusal(chartOf('test', { ...two({}), context }));
    expect({ chart, state }).toEqual({ chart: 'test', state: 'm' });
    expect(reason).toMatch(/not the vocabulary's fromInput/);
  });
});

describe('what it makes', () => {
  it('[E8] every chart of the house compiles to plain JSON', () => {
    for (const definition of CHARTS) {
      const table = compileChart(definition);
      expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    }
  });

  it('[E8] a guarded loop of always transitions is refused, although its guards would end it', () => {
    const config = two({
      always: {
        guard: { type: 'below', params: { counter: 'x', limit: 'few' } },
        actions: { type: 'increment', params: { counter: 'x' } },
      },
    });
    expect(refusal(chartOf('test', config)).reason).toMatch(/an always cycle: m.a → m.a/);
  });

  it('[E8] a named raise is one of the vocabulary, as data', () => {
    const table = compileChart(
      made(two({ entry: 'again', on: { AGAIN: 'b' } }), { actions: { again: raise({ type: 'AGAIN' }) } }),
    );
    expect(table.ops[table.states[1]?.entry[0] ?? -1]).toEqual({
      op: 'raise',
      event: table.events.findIndex(({ name }) => name === 'AGAIN'),
    });
  });
});
