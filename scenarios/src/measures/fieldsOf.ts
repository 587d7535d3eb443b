import type { TraceEntry } from '@dosetwin/twin';

/** A payload's text, '' where there is none. An id or a window that is a number is written out. */
export function textOf({ payload }: TraceEntry, key: string): string {
  const value = payload[key];
  return value === undefined ? '' : String(value);
}

/** A payload's number, 0 where there is none. */
export function numberOf({ payload }: TraceEntry, key: string): number {
  const value = payload[key];
  return typeof value === 'number' ? value : 0;
}

/** Whether a payload says yes. */
export function flagOf({ payload }: TraceEntry, key: string): boolean {
  return payload[key] === true;
}
