import { checkDigests, counted, diffRecords, type RunRecord } from '@dosetwin/scenarios';
import { Exit, type ExitCode } from '../Exit.js';
import { openRecord } from '../openRecord.js';
import { terminal } from '../terminal.js';

/**
 * Compares two records at the dispenser and above: who stands below the hinge may differ, what came of it may not. A record that
 * fails its own check is evidence of nothing, whatever it equals.
 */
export function diff(pathA: string, pathB: string, { json }: { readonly json?: boolean }): ExitCode {
  const [a, b] = [openRecord(pathA), openRecord(pathB)];
  const { equal, first, sources, headers } = diffRecords(a.record, b.record, { level: 2 });
  const spoilt = [...spoiltNote(pathA, a.record), ...spoiltNote(pathB, b.record)];
  const notes = [
    ...spoilt,
    ...(a.unfinished === null ? [] : [`${pathA}: ${a.unfinished}`]),
    ...(b.unfinished === null ? [] : [`${pathB}: ${b.unfinished}`]),
  ];
  if (json) terminal.printJson({ equal, a: pathA, b: pathB, first, sources, headers, notes });
  else {
    for (const note of notes) terminal.tell(note);
    if (!equal || headers.length > 0) terminal.tell(`A is ${pathA}, B is ${pathB}.`);
    for (const header of headers) terminal.tell(header);
    if (first)
      terminal.print(
        `different: ${first.says}\n${counted(sources, 'source (a person, a contact or a part of a machine) differs', 'sources (people, contacts, parts of machines) differ')}; this is the first difference.`,
      );
    else terminal.print('equal');
  }
  return equal && spoilt.length === 0 ? Exit.held : Exit.failed;
}

function spoiltNote(path: string, record: RunRecord): string[] {
  const problem = checkDigests(record);
  return problem === null ? [] : [`${path}: ${problem.says}`];
}
