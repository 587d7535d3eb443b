import type { AnyStateNode } from 'xstate';
import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { fromInput } from '../../charts/vocabulary.js';
import { CannotCompile } from './CannotCompile.js';

/** What of a state's configuration XState reads and no table can hold. */
const UNKNOWN_TO_TABLES = ['invoke', 'route', 'output'] as const;

/** Every state of a chart in document order, after all that makes a machine more than a chart was refused. */
export function nodesOf(definition: ChartDefinition): AnyStateNode[] {
  const { machine } = definition;
  const nodes: AnyStateNode[] = [];
  const walk = (node: AnyStateNode): void => {
    nodes.push(node);
    for (const child of Object.values(node.states)) walk(child);
  };
  walk(machine.root);
  const refuse = (node: AnyStateNode, reason: string): never => {
    throw new CannotCompile(definition.name, node.id, reason);
  };
  if ((machine.config as { context?: unknown }).context !== fromInput) {
    refuse(machine.root, "its context is not the vocabulary's fromInput");
  }
  if (machine.options?.maxIterations !== undefined && machine.options.maxIterations !== Number.POSITIVE_INFINITY) {
    refuse(machine.root, 'it limits its iterations, which would end in an error and not in a state');
  }
  if (machine.root.type === 'final' || machine.root.type === 'history') refuse(machine.root, `the root is ${machine.root.type}`);
  const ids = new Set<string>();
  for (const node of nodes) {
    if (ids.has(node.id)) refuse(node, 'two states have this id');
    ids.add(node.id);
    const fault = faultOf(node);
    if (fault !== null) refuse(node, fault);
  }
  return nodes;
}

function faultOf(node: AnyStateNode): string | null {
  const config = node.config as Readonly<Record<string, unknown>>;
  const unknown = UNKNOWN_TO_TABLES.find((key) => config[key] !== undefined);
  if (unknown !== undefined) return `it has ${unknown}, which the vocabulary does not`;
  if (/[.,#]/.test(node.key)) return `its name ${node.key} holds a dot, a comma or a number sign`;
  const children = Object.values(node.states).filter(({ type }) => type !== 'history');
  const isLeaf = node.type === 'atomic' || node.type === 'final' || node.type === 'history';
  if (isLeaf && Object.keys(node.states).length > 0) return `it is ${node.type} and has states of its own`;
  if (node.type === 'parallel' && children.length === 0) return 'it is parallel and has no regions';
  if (
    node.type === 'history' &&
    (node.config.always || node.config.on || node.config.after || node.entry.length + node.exit.length > 0)
  ) {
    return 'a history state is never active: it can neither act nor react';
  }
  if (node.type === 'final' && (node.config.always || node.config.on || node.config.after)) {
    return 'a final state does not react; react in its parent';
  }
  if (node.type === 'compound' && node.initial.target?.[0]?.type === 'history') {
    return 'it starts in a history state, whose default has to be its initial state in turn';
  }
  return null;
}
