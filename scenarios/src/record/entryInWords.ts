import type { TraceEntry } from '@dosetwin/twin';

/** An entry as a person reads it: `harbour-house-1/session jam (cartridge 19, mode hung-up)`. */
export function entryInWords({ source, kind, payload }: TraceEntry): string {
  const parts = Object.keys(payload)
    .sort()
    .map((key) => `${key} ${String(payload[key])}`);
  return parts.length === 0 ? `${source} ${kind}` : `${source} ${kind} (${parts.join(', ')})`;
}
