import { counted, type Replay, replayRecord } from '@dosetwin/scenarios';
import { Exit, type ExitCode } from '../Exit.js';
import { openRecord } from '../openRecord.js';
import { Refusal } from '../Refusal.js';
import { terminal } from '../terminal.js';

/** Does a recorded run again and says whether the same happened. */
export function replay(path: string, { json }: { readonly json?: boolean }): ExitCode {
  const { record, unfinished } = openRecord(path);
  const result = replayRecord(record);
  if (result.is === 'refused') throw new Refusal(Exit.badInput, `${path}: ${result.says}`);
  if (result.is === 'different') return tellDifferent(path, result, json);
  if (unfinished !== null) {
    const line = record.entries.length + 2;
    const message = `${path}:${line}: {"end": …} was expected here. ${unfinished} All that it holds happened again, entry for entry.`;
    throw new Refusal(Exit.badInput, message, { problems: [{ file: path, line, column: 0, message: unfinished }] });
  }
  const { digest, controllerDigest, entries } = result.again.end ?? {};
  if (json) terminal.printJson({ record: path, same: true, entries, digest, controllerDigest, difference: null });
  else terminal.print(`same: ${counted(entries ?? 0, 'entry', 'entries')}, digest ${digest}`);
  return Exit.held;
}

function tellDifferent(path: string, { line, says, entry }: Extract<Replay, { is: 'different' }>, json = false): ExitCode {
  const { index = null, recorded = null, happened = null } = entry ?? {};
  if (json) terminal.printJson({ record: path, same: false, difference: { line, says, index, recorded, happened } });
  else terminal.print(`different: ${path}:${line}\n${says}`);
  return Exit.failed;
}
