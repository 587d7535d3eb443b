import type { AnyStateNode } from 'xstate';
import type { TableState } from '../ChartTable.js';
import { CannotCompile } from './CannotCompile.js';
import { isInside } from './staticDomain.js';

/** Where a history state leads while nothing is remembered (`resolveHistoryDefaultTransition`); nothing for other states. */
export function historyDefaultsOf(
  chart: string,
  node: AnyStateNode,
  numbers: ReadonlyMap<AnyStateNode, number>,
): Pick<TableState, 'defaults' | 'defaultIsInitial'> {
  if (node.type !== 'history') return { defaults: [], defaultIsInitial: false };
  const parent = node.parent as AnyStateNode;
  const { target } = node.config as { readonly target?: string | readonly string[] };
  if (target === undefined || target === '') {
    const defaults = parent.type === 'parallel' ? [parent] : (parent.initial.target ?? []);
    return { defaults: defaults.map((one) => numbers.get(one) as number), defaultIsInitial: parent.type === 'compound' };
  }
  if (Array.isArray(target)) throw new CannotCompile(chart, node.id, 'a history state has one default at most');
  const found = stateAt(parent, target as string);
  if (found === null || found.type === 'history' || !isInside(found, parent)) {
    throw new CannotCompile(chart, node.id, `its default ${target as string} is no state inside ${parent.id}`);
  }
  return { defaults: [numbers.get(found) as number], defaultIsInitial: false };
}

/** `a.b` below the parent, or `#id`. */
function stateAt(parent: AnyStateNode, target: string): AnyStateNode | null {
  if (target.startsWith('#')) return byId(parent, target);
  let node: AnyStateNode | undefined = parent;
  for (const key of target.split('.')) node = node?.states[key];
  return node ?? null;
}

function byId(parent: AnyStateNode, id: string): AnyStateNode | null {
  try {
    return parent.machine.getStateNodeById(id);
  } catch {
    return null;
  }
}
