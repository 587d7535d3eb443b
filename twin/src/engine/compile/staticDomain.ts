import type { AnyStateNode } from 'xstate';

/**
 * The state whose inside a transition leaves, as XState finds it (`getTransitionDomain`): `null` where the root itself is
 * left. Where a target is a history state, what is remembered is somewhere inside its parent; that decides nothing unless the
 * source lies inside that parent as well: `by-history`.
 */
export function staticDomain(
  source: AnyStateNode,
  targets: readonly AnyStateNode[],
  reenter: boolean,
): AnyStateNode | null | 'by-history' {
  for (const target of targets) {
    if (target.type === 'history' && isInside(source, target.parent as AnyStateNode)) return 'by-history';
  }
  if (!reenter && targets.every((target) => target === source || isInside(target, source))) return source;
  for (let ancestor = targets[0]?.parent ?? null; ancestor !== null; ancestor = ancestor.parent ?? null) {
    const here = ancestor;
    if ([...targets, source].every((node) => isInside(node, here))) return here;
  }
  return reenter ? null : source.machine.root;
}

/** Properly inside. */
export function isInside(node: AnyStateNode, ancestor: AnyStateNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (at === ancestor) return true;
  return false;
}
