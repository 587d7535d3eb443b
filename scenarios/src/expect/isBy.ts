import type { TraceEntry } from '@dosetwin/twin';
import { flagOf, textOf } from '../measures/fieldsOf.js';
import { actorOf } from './actorOf.js';
import type { ExpectationContext } from './ExpectationContext.js';

/** Whether an entry is the doing of `by`: a key holder, a role, or an id. */
export function isBy(by: string | null, entry: TraceEntry, { contacts }: ExpectationContext): boolean {
  if (by === null) return true;
  const actor = actorOf(entry);
  const contact = contacts.get(actor);
  if (by === 'key-holder') return flagOf(entry, 'key_holder') || (contact?.hasKey ?? false);
  return by === actor || by === textOf(entry, 'role') || by === contact?.role;
}
