import type { TraceEntry } from '@dosetwin/twin';
import type { RunRecord } from '../record/RunRecord.js';
import { isLiveController } from './liveController.js';

/** The machines of a record below whose hinge a real board stood. */
export function liveMachines({ header }: RunRecord): string[] {
  return Object.entries(header.controllers)
    .filter(([, written]) => isLiveController(written))
    .map(([machine]) => machine);
}

/** Whether an entry tells of levels 0 and 1 of one of these machines, which no run can do again. */
export function isBelow(machines: readonly string[], { level, source }: TraceEntry): boolean {
  return level <= 1 && machines.some((machine) => source.startsWith(`${machine}/`));
}

/** The entries of a run done again, with what was recorded below the hinge of real boards where it was recorded. */
export function withRecordedBelow(record: RunRecord, again: readonly TraceEntry[]): readonly TraceEntry[] {
  const machines = liveMachines(record);
  if (machines.length === 0) return again;
  const happened = again.filter((entry) => !isBelow(machines, entry));
  let next = 0;
  const merged = record.entries.flatMap((entry) => {
    if (isBelow(machines, entry)) return [entry];
    const found = happened[next++];
    return found === undefined ? [] : [found];
  });
  return [...merged, ...happened.slice(next)];
}
