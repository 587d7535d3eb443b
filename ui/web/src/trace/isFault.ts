import type { BenchEntry } from './BenchEntry.js';

const FAULT_STATE = /jam|hung|stall|misalign|doublefeed|blind|blocked|lockedout|outofservice|stuck|offline/i;
const FAULT_KINDS = new Set(['jam', 'hang', 'bound', 'fault', 'flap-stuck', 'locked-out', 'link-lost', 'nobody-free', 'drift']);

/** States that are drawn as faults: hatched, with their name on paper. */
export function isFaultState(path: string): boolean {
  return FAULT_STATE.test(path);
}

/** Entries that a list sets in the fault's colour. */
export function isFaultEntry({ kind, payload }: BenchEntry): boolean {
  if (kind === 'state') return isFaultState(String(payload.is));
  if (kind === 'beam-blind') return payload.is === true;
  if (kind === 'wire') return payload.is === 'gone' || payload.is === 'silent';
  return FAULT_KINDS.has(kind) || (kind === 'signal' && payload.name === 'jammed');
}
