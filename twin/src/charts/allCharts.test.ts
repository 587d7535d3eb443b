import { describe, expect, it } from 'vitest';
import { CHARTS } from '../CHARTS.js';
import type { ChartStep } from '../engine/ChartEngine.js';
import { XStateEngine } from '../engine/XStateEngine.js';
import { PARAMETERS } from '../PARAMETERS.js';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { actions, guards } from './vocabulary.js';

/** What a chart's text names. */
interface Named {
  readonly roles: Set<string>;
  readonly slots: Set<string>;
  readonly delays: Set<string>;
  readonly counters: Set<string>;
  readonly limits: Set<string>;
  readonly types: Set<string>;
  readonly functions: string[];
}

function namedIn(part: unknown, path = '', found: Named = nothing()): Named {
  if (typeof part === 'function') found.functions.push(path);
  if (typeof part !== 'object' || part === null) return found;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'role') found.roles.add(value as string);
    else if (key === 'with') for (const slot of value as readonly string[]) found.slots.add(slot);
    else if (key === 'after') for (const delay of Object.keys(value as object)) found.delays.add(delay);
    else if (key === 'counter') found.counters.add(value as string);
    else if (key === 'limit') found.limits.add(value as string);
    else if (key === 'params' && 'type' in part) found.types.add(part.type as string);
    if (key !== 'context') namedIn(value, `${path}/${key}`, found);
  }
  return found;
}

function nothing(): Named {
  return {
    roles: new Set(),
    slots: new Set(),
    delays: new Set(),
    counters: new Set(),
    limits: new Set(),
    types: new Set(),
    functions: [],
  };
}

/** Paths of all leaf states: `jammed.stalled`. */
function leavesOf(states: Readonly<Record<string, { readonly states?: object }>>, path = ''): string[] {
  return Object.entries(states).flatMap(([name, node]) => {
    const here = path === '' ? name : `${path}.${name}`;
    return node.states && Object.keys(node.states).length > 0 ? leavesOf(node.states as never, here) : [here];
  });
}

/** Every leaf state that some sequence of events and timers leads to; passing states are seen through what they set off. */
function reachedBy(definition: ChartDefinition): Set<string> {
  const engine = new XStateEngine(definition);
  const limits = Object.fromEntries(Object.entries(definition.parameters).map(([name, { value }]) => [name, value]));
  const events = definition.machine.events.filter((event) => !event.startsWith('xstate.'));
  const reached = new Set<string>();
  const known = new Set<string>();
  const open: { readonly step: ChartStep; readonly timers: readonly string[] }[] = [{ step: engine.start(limits), timers: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const timers = new Set(next.timers);
    for (const effect of next.step.effects) {
      if (effect.type === 'set-timer') timers.add(effect.event);
      else if (effect.type === 'cancel-timer') timers.delete(effect.id);
    }
    const { configuration, counters } = next.step.state;
    const name = JSON.stringify([configuration, counters, [...timers].sort()]);
    if (known.has(name)) continue;
    known.add(name);
    for (const leaf of configuration.split(',')) reached.add(leaf);
    for (const event of events) open.push({ step: engine.step(next.step.state as never, event), timers: [...timers] });
    for (const event of timers) {
      open.push({ step: engine.step(next.step.state as never, event), timers: [...timers].filter((other) => other !== event) });
    }
  }
  return reached;
}

/** States that are left in the macrostep that enters them, and so are never stood in. */
const PASSING: Readonly<Record<string, readonly string[]>> = {
  palm: ['recognised'],
  participant: ['enrolled.failed', 'collecting.weighing'],
};

const sorted = (names: Iterable<string>) => [...names].sort();

describe.each(CHARTS.map((definition) => [definition.name, definition] as const))('chart %s', (name, definition) => {
  const { machine, parameters, roles, slots, counters } = definition;
  const named = namedIn(machine.config);
  const delays = Object.keys(parameters).filter((parameter) => parameter.endsWith('Ms'));
  const limits = Object.keys(parameters).filter((parameter) => !parameter.endsWith('Ms'));

  it('is called as its machine and its block of parameters are', () => {
    expect(machine.id).toBe(name);
    expect(PARAMETERS[name]).toBe(parameters);
  });

  it('declares every role, slot, counter, delay and limit that it names, and no other', () => {
    expect(sorted(named.roles), 'roles').toEqual(sorted(roles));
    expect(sorted(named.slots), 'slots').toEqual(sorted(slots));
    expect(sorted(named.counters), 'counters').toEqual(sorted(counters));
    expect(sorted(named.delays), 'delays').toEqual(sorted(delays));
    expect(sorted(named.limits), 'limits').toEqual(sorted(limits));
  });

  it('speaks the vocabulary alone: no inline function, no action, guard or delay of its own', () => {
    expect(named.functions).toEqual([]);
    const words = [...Object.keys(actions), ...Object.keys(guards)];
    expect([...named.types].filter((type) => !words.includes(type))).toEqual([]);
    expect(machine.implementations.actions).toEqual(actions);
    expect(machine.implementations.guards).toEqual(guards);
    expect(machine.implementations.delays).toEqual(delaysOf(parameters));
  });

  it('can come to every one of its states', () => {
    const leaves = leavesOf(machine.config.states as never);
    const passing = PASSING[name] ?? [];
    expect(leaves).toEqual(expect.arrayContaining([...passing]));
    expect(sorted(reachedBy(definition))).toEqual(sorted(leaves.filter((leaf) => !passing.includes(leaf))));
  });
});
