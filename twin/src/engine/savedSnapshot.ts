import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateValue } from 'xstate';
import type { ChartContext } from '../charts/vocabulary.js';
import type { Saved } from '../kernel/Kernel.js';
import type { SavedConfiguration } from './savedConfiguration.js';

/** An XState snapshot in the form that all engines save (SPEC E7). */
export function saveSnapshot(snapshot: AnyMachineSnapshot): SavedConfiguration {
  const { value, status, machine } = snapshot;
  const done = status === 'done';
  const leaves = nodesOf(snapshot).filter(isLeaf);
  const inOrder = [...leaves].sort((a, b) => (done ? b.order - a.order : a.order - b.order));
  const tellsOrder = isEventless(machine.root);
  const history = Object.entries(snapshot.historyValue as Readonly<Record<string, readonly AnyStateNode[]>>)
    .map(([id, nodes]) => [machine.getStateNodeById(id) as AnyStateNode, nodes] as const)
    .sort(([a], [b]) => a.order - b.order)
    .map(([{ id }, nodes]) => [id, [...nodes].sort((a, b) => a.order - b.order).map((node) => node.id)] as const);
  return {
    value: value as SavedConfiguration['value'],
    ...(history.length > 0 ? { history: Object.fromEntries(history) } : {}),
    ...(tellsOrder && inOrder.some((leaf, i) => leaf !== leaves[i]) ? { order: leaves.map(({ id }) => id) } : {}),
    ...(done ? { done } : {}),
  };
}

/** XState's own `resolveState` forgets what was remembered and in which order states were entered; here both come back. */
export function restoreSnapshot(machine: AnyStateMachine, saved: Saved, context: ChartContext): AnyMachineSnapshot {
  const { value, history = {}, order, done } = saved as unknown as SavedConfiguration;
  const nodeOf = (id: string) => machine.getStateNodeById(id) as AnyStateNode;
  const snapshot = machine.resolveState({
    value: value as StateValue,
    context,
    historyValue: Object.fromEntries(Object.entries(history).map(([id, states]) => [id, states.map(nodeOf)])),
    ...(done ? { status: 'done' as const } : {}),
  });
  const nodes = nodesOf(snapshot).sort((a, b) => (done ? b.order - a.order : a.order - b.order));
  return Object.assign(snapshot, { _nodes: order ? asEntered(nodes, order.map(nodeOf)) : nodes });
}

function nodesOf(snapshot: AnyMachineSnapshot): AnyStateNode[] {
  return [...(snapshot as unknown as { readonly _nodes: readonly AnyStateNode[] })._nodes];
}

/** Whether a state, or any inside it, has eventless transitions: only they ask leaves in the order of their entering. */
function isEventless(node: AnyStateNode): boolean {
  return node.always !== undefined || Object.values(node.states).some(isEventless);
}

function isLeaf({ type }: AnyStateNode): boolean {
  return type === 'atomic' || type === 'final';
}

/** Leaves in the order in which they were entered; regions stay in document order, in which XState always enters them. */
function asEntered(nodes: readonly AnyStateNode[], leaves: readonly AnyStateNode[]): AnyStateNode[] {
  const placed = new Set<AnyStateNode>();
  const place = (node: AnyStateNode): void => {
    if (placed.has(node)) return;
    const { parent } = node;
    if (parent) place(parent);
    if (parent?.type === 'parallel') {
      for (const other of nodes) if (other.parent === parent && other.order < node.order && !isLeaf(other)) place(other);
    }
    placed.add(node);
  };
  for (const leaf of leaves) place(leaf);
  return [...placed];
}
