import type { AnyStateNode } from 'xstate';

/**
 * The state whose inside a transition leaves, as XState finds it (`getTransitionDomain`): `null` where the root itself is
 * left. A history state stands for something inside its parent; what exactly decides nothing, since no transition from
 * inside that parent may target it.
 */
export function staticDomain(source: AnyStateNode, targets: readonly AnyStateNode[], reenter: boolean): AnyStateNode | null {
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
