import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf } from '../measures/address.js';
import { textOf } from '../measures/fieldsOf.js';
import type { ExpectationContext } from './ExpectationContext.js';

/**
 * Whether an entry belongs to a machine, a site, a person or a contact. What a contact or a person does belongs also to the
 * machine that it is about, and whatever belongs to a machine belongs to its site.
 */
export function isAt(at: string | null, entry: TraceEntry, context: ExpectationContext): boolean {
  if (at === null) return true;
  const owner = ownerOf(entry.source);
  if (owner === at || textOf(entry, 'person') === at) return true;
  const machine = machineOf(entry, owner, context);
  return machine !== null && (machine === at || context.sites.get(machine) === at);
}

function machineOf(entry: TraceEntry, owner: string, { sites, people }: ExpectationContext): string | null {
  if (sites.has(owner)) return owner;
  const named = textOf(entry, 'machine');
  return named === '' ? (people.get(owner)?.machine ?? null) : named;
}
