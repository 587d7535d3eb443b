import type { TraceEntry } from '@dosetwin/twin';
import { partOf } from '../measures/address.js';
import { textOf } from '../measures/fieldsOf.js';

/** Who did what an entry tells: whoever it names, or the person or contact that it comes from; '' where nobody did it. */
export function actorOf(entry: TraceEntry): string {
  const named = textOf(entry, 'by') || textOf(entry, 'person');
  return named || (partOf(entry.source) === '' ? entry.source : '');
}
