import { problemInWords, type RecordReading, type RunRecord } from '@dosetwin/scenarios';
import { readRecordFile } from '@dosetwin/scenarios/node/recordFile';
import { Exit } from './Exit.js';
import { Refusal } from './Refusal.js';

export interface OpenRecord extends RecordReading {
  readonly record: RunRecord;
}

/** Reads a record. Throws a refusal that names the lines and what was expected there. */
export function openRecord(path: string): OpenRecord {
  const reading = readRecordFile(path);
  const { record, problems } = reading;
  if (record) return { ...reading, record };
  throw new Refusal(Exit.badInput, problems.map(problemInWords).join('\n'), { problems });
}
