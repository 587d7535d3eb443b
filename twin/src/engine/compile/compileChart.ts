import type { AnyStateNode } from 'xstate';
import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { CHART_TABLE_VERSION, type ChartTable, NONE, type TableState, type TableStateKind } from '../ChartTable.js';
import { boundsOf } from './boundsOf.js';
import { CannotCompile } from './CannotCompile.js';
import { candidatesOf, eventNumbersOf } from './candidatesOf.js';
import { cycleOf } from './cycleOf.js';
import { historyDefaultsOf } from './historyDefaultsOf.js';
import { nodesOf } from './nodesOf.js';
import { countersOf, OpList } from './OpList.js';
import { TransitionList } from './TransitionList.js';
import { timersOf } from './timersOf.js';

/** Compiles one chart, or throws `CannotCompile`: what is not understood exactly is refused, never guessed. */
export function compileChart(definition: ChartDefinition): ChartTable {
  const nodes = nodesOf(definition);
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  const { delays, timers } = timersOf(definition, nodes);
  const eventNumbers = eventNumbersOf(definition.name, nodes, timers);
  const limits: { name: string; value: number }[] = [];
  const limitOf = (name: string): number | undefined => limitIn(limits, definition, name);
  const timerOf = (name: string): number | undefined => indexOrNothing(timers.findIndex((timer) => timer.name === name));
  const opList = new OpList(definition, timerOf, (name) => eventNumbers.numberOf(name), limitOf);
  const transitionList = new TransitionList(definition, numbers, limitOf);

  const states = nodes.map((node): TableState => {
    const add = (transition: AnyStateNode['always'] extends (infer T)[] | undefined ? T : never, event: number) =>
      transitionList.add(transition, event, opList.read(transition.actions, node));
    return {
      ...shapeOf(node, numbers),
      initialOps: opList.read(node.initial.actions, node),
      entry: opList.read(node.entry, node),
      exit: opList.read(node.exit, node),
      on: candidatesOf(node, eventNumbers, add),
      always: (node.always ?? []).map((transition) => add(transition, NONE)),
      done: node.type === 'compound' || node.type === 'parallel' ? eventNumbers.numberOf(`xstate.done.state.${node.id}`) : NONE,
      ...historyDefaultsOf(definition.name, node, numbers),
      tags: [...node.tags],
    };
  });
  const root = definition.machine.root as AnyStateNode;
  const initial = transitionList.add({ source: root, target: [root], actions: [], reenter: true }, NONE, []);
  const table: Omit<ChartTable, 'bounds'> = {
    version: CHART_TABLE_VERSION,
    chart: definition.name,
    states,
    events: eventNumbers.events,
    transitions: transitionList.transitions,
    guards: transitionList.guards,
    ops: opList.ops,
    counters: countersOf(definition),
    limits,
    delays,
    timers: timers.map((timer) => ({ ...timer, event: eventNumbers.numberOf(timer.name) })),
    initial,
  };
  const cycle = cycleOf(table);
  if (cycle !== null) throw new CannotCompile(definition.name, cycle.state, cycle.reason);
  return { ...table, bounds: boundsOf(table) };
}

function shapeOf(
  node: AnyStateNode,
  numbers: ReadonlyMap<AnyStateNode, number>,
): Pick<TableState, 'id' | 'key' | 'kind' | 'parent' | 'last' | 'depth' | 'children' | 'histories' | 'initial'> {
  const numberOf = (one: AnyStateNode) => numbers.get(one) as number;
  const inside = Object.values(node.states);
  return {
    id: node.id,
    key: node.key,
    kind: kindOf(node),
    parent: node.parent ? numberOf(node.parent) : NONE,
    last: numberOf(node) + sizeOf(node) - 1,
    depth: node.path.length,
    children: inside.filter(({ type }) => type !== 'history').map(numberOf),
    histories: inside.filter(({ type }) => type === 'history').map(numberOf),
    initial: node.type === 'compound' ? numberOf(node.initial.target?.[0] as AnyStateNode) : NONE,
  };
}

function kindOf(node: AnyStateNode): TableStateKind {
  return node.type === 'history' ? (node.history === 'deep' ? 'deep-history' : 'shallow-history') : node.type;
}

function sizeOf(node: AnyStateNode): number {
  return 1 + Object.values(node.states).reduce((sum, child) => sum + sizeOf(child), 0);
}

function limitIn(limits: { name: string; value: number }[], { parameters }: ChartDefinition, name: string): number | undefined {
  const parameter = parameters[name];
  if (parameter === undefined || name.endsWith('Ms')) return undefined;
  const known = limits.findIndex((limit) => limit.name === name);
  return known >= 0 ? known : limits.push({ name, value: parameter.value }) - 1;
}

function indexOrNothing(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
