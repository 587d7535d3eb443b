import { incidentOf, incidentText } from '@dosetwin/scenarios';
import { Exit, type ExitCode } from '../Exit.js';
import { openRecord } from '../openRecord.js';
import { Refusal } from '../Refusal.js';
import { writeText } from '../runFiles.js';
import { terminal } from '../terminal.js';

export interface IncidentOptions {
  readonly from?: string;
  readonly machine?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Writes what befell a machine in a record as the faults of another site's scenario. */
export function incident(path: string, { from, machine, out, json }: IncidentOptions): ExitCode {
  const { entries } = openRecord(path).record;
  const machines = [...new Set(entries.map(({ source }) => source).filter((source) => source.endsWith('/session')))].map(
    (source) => source.slice(0, -'/session'.length),
  );
  const one = from ?? (machines.length === 1 ? machines[0] : undefined);
  if (one === undefined || !machines.includes(one)) {
    throw new Refusal(Exit.badInput, `The record has ${machines.length} machines; name one with --from: ${machines.join(', ')}.`);
  }
  const faults = incidentOf(entries, one);
  const text = json ? `${JSON.stringify({ machine: one, faults }, null, 2)}\n` : incidentText(faults, machine ?? one);
  if (out === undefined) terminal.print(text.trimEnd());
  else {
    writeText(out, text);
    terminal.print(out);
  }
  return Exit.held;
}
