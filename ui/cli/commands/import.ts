import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  COLUMNS,
  DATA_PROBLEMS_TOLD,
  type DataProblem,
  dataProblemInWords,
  fitsInYaml,
  fitTickets,
  fittedParameters,
  formatProblems,
  loadScenario,
  readLists,
  shownFits,
  TABLE_NAMES,
  type TicketFits,
  type WeekScenario,
  weekScenario,
} from '@dosetwin/scenarios';
import { readTables } from '@dosetwin/scenarios/node/readTables';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { writeText } from '../runFiles.js';
import { terminal } from '../terminal.js';

export interface ImportOptions {
  readonly out?: string;
  readonly template?: string;
  readonly json?: boolean;
}

const OUT = join('runs', 'own-week.yaml');

/** Reads a site's own lists: a week becomes a scenario, a log of tickets alone becomes fitted delays. Nothing leaves the machine. */
export async function importLists(paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  if (options.template !== undefined) return writeTemplate(options.template, paths);
  if (paths.length === 0)
    throw new Refusal(Exit.badInput, 'Name a folder or files to read, or --template FOLDER for empty ones.');
  const read = await readTables(paths);
  if (read.problems.length > 0) refuse(read.problems, 0);
  const lists = readLists(read.tables);
  if ('problems' in lists) return refuse(lists.problems, lists.more);
  const fits = fitTickets(lists.tickets);
  if (lists.week === null) return printFits(fits, options);
  const week = weekScenario(lists.week, fits, (below) => randomInt(below));
  return writeWeek(week, fits, options);
}

function printFits(fits: TicketFits, { out, json }: ImportOptions): ExitCode {
  const text = json ? `${JSON.stringify(fitsForPrograms(fits), null, 2)}\n` : fitsInYaml(fits);
  if (out === undefined) terminal.print(text.trimEnd());
  else {
    writeText(out, text);
    terminal.print(out);
  }
  return Exit.held;
}

function writeWeek({ text, notes }: WeekScenario, fits: TicketFits, { out = OUT, json }: ImportOptions): ExitCode {
  const loaded = loadScenario(text, out);
  if ('problems' in loaded) {
    throw new Refusal(
      Exit.badInput,
      `Each list is good, but the week that they make is not, and nothing was written:\n${formatProblems(loaded)}`,
    );
  }
  writeText(out, text);
  if (json) terminal.printJson({ scenario: out, notes, ...fitsForPrograms(fits) });
  else {
    for (const note of notes) terminal.print(note);
    if (fits.tickets > 0) terminal.print(`\n${fitsInYaml(fits)}`);
    terminal.print(out);
  }
  return Exit.held;
}

function fitsForPrograms(fits: TicketFits) {
  return { fits: shownFits(fits), parameters: fittedParameters(fits) };
}

function refuse(problems: readonly DataProblem[], more: number): never {
  const lines = problems.slice(0, DATA_PROBLEMS_TOLD).map(dataProblemInWords);
  const rest = more > 0 ? [`…and ${more} more`] : [];
  throw new Refusal(Exit.badInput, [...lines, ...rest, 'Nothing was written.'].join('\n'), { problems, more });
}

function writeTemplate(folder: string, paths: readonly string[]): ExitCode {
  if (paths.length > 0) throw new Refusal(Exit.badInput, 'With --template nothing is read; leave the files out.');
  const files = TABLE_NAMES.map((name) => ({
    path: join(folder, `${name}.csv`),
    text: `${COLUMNS[name].map((column) => column.name).join(',')}\n`,
  }));
  // One that is still empty may be written again.
  const filled = files.find(({ path, text }) => existsSync(path) && readFileSync(path, 'utf8') !== text);
  if (filled) throw new Refusal(Exit.badInput, `${filled.path} is there already, and is not written over; name another folder.`);
  for (const { path, text } of files) {
    writeText(path, text);
    terminal.print(path);
  }
  return Exit.held;
}
