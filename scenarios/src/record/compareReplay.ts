import type { TraceEntry } from '@dosetwin/twin';
import { entryInWords } from './entryInWords.js';
import { instantInWords } from './instantInWords.js';
import { entryText } from './RecordLines.js';
import type { RunRecord } from './RunRecord.js';

/** The first place where a run, done again, is not what its record says. */
export interface ReplayDifference {
  /** Of the record, from 1. */
  readonly line: number;
  /** Into the trace, from 0. */
  readonly index: number;
  /** `null`: the record ends before this entry. */
  readonly recorded: TraceEntry | null;
  /** `null`: the run has no such entry. */
  readonly happened: TraceEntry | null;
  /** The whole of it in a sentence. */
  readonly says: string;
}

const HEADER_LINES = 1;

/**
 * Holds a record against the entries of the same run done again, exactly, and names the first entry that differs; `null`
 * when there is none. An input that was altered is done again as altered, so the lines' checks speak too. Of an unfinished
 * record the run may go on beyond the last line.
 */
export function compareReplay(record: RunRecord, replayed: readonly TraceEntry[]): ReplayDifference | null {
  const { entries, end } = record;
  const altered = record.altered[0] ?? Number.POSITIVE_INFINITY;
  const length = end ? Math.max(entries.length, replayed.length) : entries.length;
  for (let index = 0; index < length; index++) {
    const recorded = entries[index] ?? null;
    const happened = replayed[index] ?? null;
    const same = recorded !== null && happened !== null && entryText(recorded) === entryText(happened);
    if (!same || index === altered) return difference(index, recorded, happened, index === altered);
  }
  return null;
}

function difference(index: number, recorded: TraceEntry | null, happened: TraceEntry | null, altered: boolean): ReplayDifference {
  const line = index + 1 + HEADER_LINES;
  const changed = altered ? ' The line does not fit its own check: it was changed after it was written.' : '';
  return { line, index, recorded, happened, says: `Line ${line}: ${told(recorded, happened)}${changed}` };
}

function told(recorded: TraceEntry | null, happened: TraceEntry | null): string {
  if (!recorded) return happened ? `the record is over, and the run goes on with ${when(happened)}` : '';
  if (!happened) return `recorded was ${when(recorded)}; the run was over before.`;
  if (entryText(recorded) === entryText(happened)) return `recorded was ${when(recorded)}; the same happened again.`;
  const level = recorded.level === happened.level ? '' : ` The level recorded was ${recorded.level}; it is ${happened.level}.`;
  return `recorded was ${when(recorded)}; what happened is ${when(happened)}.${level}`;
}

function when(entry: TraceEntry): string {
  return `${entryInWords(entry)} at ${instantInWords(entry.t_us)}`;
}
