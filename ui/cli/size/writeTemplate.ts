import { existsSync } from 'node:fs';
import { templateFiles, writeRegionTemplate } from '@dosetwin/scenarios/node/regionFiles';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { terminal } from '../terminal.js';

/** Writes files to be filled in, and over nothing that is there; `given` is what was named beside, which is refused. */
export function writeTemplate(file: string, given: readonly string[]): ExitCode {
  if (given.length > 0)
    throw new Refusal(
      Exit.badInput,
      `--template ${file} writes files and reads none; leave out ${given.join(', ')}, or leave out --template.`,
    );
  if (!/\.(xlsx|csv|ya?ml)$/.test(file))
    throw new Refusal(
      Exit.badInput,
      `${file} ends in none of .xlsx (a workbook), .csv (a list of places) and .yaml (a region file); name one that does.`,
    );
  const begun = templateFiles(file).find((one) => existsSync(one));
  if (begun !== undefined) throw new Refusal(Exit.badInput, `${begun} is there already; name another file.`);
  for (const written of writeRegionTemplate(file)) terminal.print(written);
  return Exit.held;
}
