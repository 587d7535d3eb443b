import { type AnyStateMachine, raise, setup } from 'xstate';
import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { delaysOf } from '../../charts/delaysOf.js';
import type { ParameterBlock } from '../../charts/parameters.js';
import { actions, type ChartTypes, fromInput, guards } from '../../charts/vocabulary.js';
import { RandomStream } from '../../kernel/random.js';

/** Figures of charts that exist for evidence alone. */
export const evidenceParameters = {
  soonMs: { value: 10, unit: 'ms', min: 1, max: 100, says: 'a short wait', source: 'assumption' },
  lateMs: { value: 70, unit: 'ms', min: 1, max: 100, says: 'a longer wait', source: 'assumption' },
  few: { value: 1, unit: 'count', min: 0, max: 9, says: 'a small limit', source: 'assumption' },
  many: { value: 3, unit: 'count', min: 0, max: 9, says: 'a larger limit', source: 'assumption' },
} as const satisfies ParameterBlock;

const COUNTERS = ['x', 'y'] as const;
const LIMITS = ['few', 'many'] as const;
const EVENTS = ['A', 'B', 'C', 'p.a', 'p.a.b', 'RAISED', 'AGAIN'] as const;
const DESCRIPTORS = [...EVENTS, '*', 'p.*', 'p.a.*'] as const;
const RAISED = ['RAISED', 'AGAIN', 'p.a', 'nobody'] as const;

type Config = Record<string, unknown>;

/** A chart drawn from a seed: nesting, regions, history, final states, timers, wildcards, guards, raised events. */
export function randomChart(seed: number): ChartDefinition {
  const sketch = new Sketch(new RandomStream(seed, 'fuzz', 'chart'));
  return chartOf(`fuzz${seed}`, sketch.draw());
}

/** A chart for evidence from XState's own configuration; the vocabulary, two counters, two limits and two delays go with it. */
export function chartOf(name: string, config: Config): ChartDefinition {
  const made = setup({ types: {} as ChartTypes, guards, actions, delays: delaysOf(evidenceParameters) });
  // The configuration is drawn at run time, so that its literal type is not known.
  const machine = made.createMachine({ id: 'm', context: fromInput, ...config } as never) as unknown as AnyStateMachine;
  return { name, machine, parameters: evidenceParameters, counters: COUNTERS, slots: ['slot'], roles: ['role'] };
}

interface Place {
  readonly id: string;
  readonly config: Config;
  readonly type: string;
  readonly parent: Place | null;
}

/** Draws the states first, then what happens between them. */
class Sketch {
  readonly #luck: RandomStream;
  readonly #places: Place[] = [];
  /** Half of the charts raise events, and half have eventless transitions: too much of both is a circle, and refused. */
  readonly #raises: boolean;
  readonly #always: boolean;
  #left: number;

  constructor(luck: RandomStream) {
    this.#luck = luck;
    this.#left = luck.integer(3, 16);
    this.#raises = luck.chance(0.5);
    this.#always = luck.chance(0.5);
  }

  draw(): Config {
    const root = this.#state('m', null, 0);
    for (const place of this.#places) this.#furnish(place);
    return root;
  }

  #state(id: string, parent: Place | null, depth: number): Config {
    this.#left -= 1;
    const isBranch = depth === 0 || (depth < 4 && this.#left > 0 && this.#luck.chance(0.45));
    const type = !isBranch ? 'atomic' : this.#luck.chance(0.4) ? 'parallel' : 'compound';
    const config: Config = type === 'parallel' ? { type } : {};
    const place: Place = { id, config, type, parent };
    this.#places.push(place);
    if (isBranch) this.#fill(place, depth);
    return config;
  }

  #fill(place: Place, depth: number): void {
    const states: Record<string, Config> = {};
    const count = this.#luck.integer(place.type === 'parallel' ? 1 : 2, 3);
    for (let i = 0; i < count; i++) {
      const key = 'abc'[i] as string;
      states[key] = this.#state(`${place.id}.${key}`, place, depth + 1);
    }
    if (place.type === 'compound') {
      const first = this.#pick(Object.keys(states));
      place.config.initial = this.#luck.chance(0.2) ? { target: first, actions: this.#acts() } : first;
      if (this.#luck.chance(0.5)) states.f = this.#leaf(place, 'f', { type: 'final' });
    } else if (this.#luck.chance(0.1)) states.f = this.#leaf(place, 'f', { type: 'final' });
    if (this.#luck.chance(0.35)) {
      const history: Config = { type: 'history', history: this.#luck.chance(0.5) ? 'deep' : 'shallow' };
      if (this.#luck.chance(0.3)) history.target = this.#pick(Object.keys(states));
      states.h = this.#leaf(place, 'h', history);
    }
    place.config.states = states;
  }

  #leaf(parent: Place, key: string, config: Config): Config {
    this.#places.push({ id: `${parent.id}.${key}`, config, type: config.type as string, parent });
    return config;
  }

  #furnish(place: Place): void {
    const { config, type, id } = place;
    if (type === 'history') return;
    const luck = this.#luck;
    if (luck.chance(0.5)) config.entry = this.#acts(`enter ${id}`);
    if (luck.chance(0.5)) config.exit = this.#acts(`exit ${id}`);
    if (luck.chance(0.2)) config.tags = [this.#pick(['light', 'dark'])];
    if (type === 'final') return;
    const on: Record<string, unknown> = {};
    for (let i = luck.integer(0, 3); i > 0; i--) on[this.#pick(DESCRIPTORS)] = this.#several(place);
    config.on = on;
    if (luck.chance(0.3)) config.after = { [this.#pick(['soonMs', 'lateMs'])]: this.#several(place) };
    if (this.#always && type === 'atomic' && luck.chance(0.35)) config.always = this.#several(place, true);
    if (type !== 'atomic' && luck.chance(0.5)) config.onDone = this.#several(place);
  }

  #several(source: Place, forward = false): unknown {
    if (this.#luck.chance(0.05)) return {};
    const count = this.#luck.integer(1, 2);
    return Array.from({ length: count }, (_, i) => this.#transition(i < count - 1 || this.#luck.chance(0.3), source, forward));
  }

  #transition(guarded: boolean, source: Place, forward: boolean): Config {
    const luck = this.#luck;
    const transition: Config = {};
    if (guarded) {
      transition.guard = {
        type: this.#pick(['below', 'atLeast', 'equals']),
        params: { counter: this.#pick(COUNTERS), limit: this.#pick(LIMITS) },
      };
    }
    if (luck.chance(0.85)) transition.target = this.#targets(source, forward);
    if (luck.chance(0.25)) transition.reenter = true;
    if (luck.chance(0.4)) transition.actions = this.#acts('go');
    return transition;
  }

  /** Forward: only states after it in the document, so that eventless transitions come to an end. */
  #targets(source: Place, forward: boolean): string[] {
    const open = this.#places.filter(({ type, parent, id }) => {
      const isAround = type === 'history' && parent !== null && source.id.startsWith(`${parent.id}.`);
      return !isAround && (!forward || (type !== 'history' && id > source.id && !id.startsWith(`${source.id}.`)));
    });
    const first = open.length > 0 ? this.#pick(open) : source;
    const others = open.filter((other) => other !== first && fork(first, other) === 'parallel');
    const both = others.length > 0 && this.#luck.chance(0.4) ? [first, this.#pick(others)] : [first];
    return both.map(({ id }) => `#${id}`);
  }

  #acts(kind = 'note'): unknown[] {
    return Array.from({ length: this.#luck.integer(1, 2) }, () => {
      const turn = this.#luck.integer(0, 9);
      const params = { counter: this.#pick(COUNTERS) };
      if (turn === 0 && this.#raises && this.#luck.chance(0.4)) return raise({ type: this.#pick(RAISED) });
      if (turn <= 2) return { type: 'increment', params };
      if (turn === 3) return { type: 'reset', params };
      if (turn === 4) return { type: 'set', params: { ...params, limit: this.#pick(LIMITS) } };
      if (turn === 5) return { type: 'tell', params: { role: 'role', event: kind, with: ['slot'] } };
      return { type: 'record', params: { kind } };
    });
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.#luck.integer(0, list.length - 1)] as T;
  }
}

/** What kind of state the ways from the root to two states part in; nothing where one lies on the way to the other. */
function fork(a: Place, b: Place): string | null {
  const wayTo = (place: Place): Place[] => (place.parent ? [...wayTo(place.parent), place] : [place]);
  const [one, other] = [a, b].map((place) => wayTo(place.type === 'history' ? (place.parent as Place) : place)) as [
    Place[],
    Place[],
  ];
  let at = 0;
  while (one[at] !== undefined && one[at] === other[at]) at += 1;
  return at === one.length || at === other.length ? null : (one[at - 1] as Place).type;
}
