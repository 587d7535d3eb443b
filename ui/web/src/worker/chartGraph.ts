import type { ChartDefinition } from '@dosetwin/twin';
import type { ChartCounter, ChartEdge, ChartGraph, ChartNode } from '../chart/ChartGraph.js';

type StateNode = ChartDefinition['machine']['root'];
type Transition = StateNode['always'] extends (infer T)[] | undefined ? T : never;

/** The drawing's graph of a chart, read from its definition: the same that the engine runs. */
export function chartGraph({ name, machine, counters, parameters }: ChartDefinition): ChartGraph {
  const states = allStates(machine.root);
  const edges = states.flatMap((state) => edgesOf(state));
  return {
    name,
    nodes: states.map(nodeOf),
    edges,
    counters: counters.map((counter) => ({ name: counter, limit: limitOf(counter, states, parameters) }) satisfies ChartCounter),
  };
}

function allStates(node: StateNode): StateNode[] {
  return Object.values(node.states as Record<string, StateNode>).flatMap((state) => [state, ...allStates(state)]);
}

function nodeOf(state: StateNode): ChartNode {
  const path = state.path;
  const inner = Object.keys(state.states).length > 0;
  return {
    id: path.join('.'),
    key: state.key,
    parent: path.length > 1 ? path.slice(0, -1).join('.') : null,
    kind: state.type === 'parallel' ? 'parallel' : state.type === 'final' ? 'final' : inner ? 'group' : 'state',
    initial: state.parent?.type === 'compound' && state.parent.initial.target.some((one) => one === state),
  };
}

function edgesOf(state: StateNode): ChartEdge[] {
  const from = state.path.join('.');
  const always = (state.always ?? []).map((transition) => ({ transition, on: '' }));
  const others = [...state.transitions.entries()].flatMap(([event, list]) =>
    list.map((transition) => ({ transition, on: event.startsWith('xstate.after.') ? `after ${event.split('.')[2]}` : event })),
  );
  return [...others, ...always].flatMap(({ transition, on }, place) =>
    (transition.target ?? []).map((target) => ({
      id: `${from}/${on}/${place}`,
      from,
      to: target.path.join('.'),
      on,
      guard: guardOf(transition),
    })),
  );
}

function guardOf(transition: Transition): string {
  const guard = guardParts(transition);
  return guard === null ? '' : `${guard.counter} ${guard.type === 'atLeast' ? 'at least' : guard.type} ${guard.limit}`;
}

function guardParts(transition: Transition): { type: string; counter: string; limit: string } | null {
  const { guard } = transition;
  if (guard === undefined || typeof guard !== 'object' || !('type' in guard)) return null;
  const params = (guard as { params?: { counter?: string; limit?: string } }).params;
  return { type: String(guard.type), counter: params?.counter ?? '', limit: params?.limit ?? '' };
}

/** The limit with which the chart's guards compare a counter, from its parameter block. */
function limitOf(counter: string, states: readonly StateNode[], parameters: ChartDefinition['parameters']): number {
  for (const state of states) {
    const transitions = [...(state.always ?? []), ...[...state.transitions.values()].flat()];
    for (const transition of transitions) {
      const guard = guardParts(transition);
      if (guard?.counter === counter) return parameters[guard.limit]?.value ?? 0;
    }
  }
  return 0;
}
