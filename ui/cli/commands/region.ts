import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { counted, DATA_PROBLEMS_TOLD, type DataProblem, dataProblemInWords, REGION_LISTS } from '@dosetwin/scenarios';
import { regionFromFiles, writeRegionFiles, writeRegionTemplate } from '@dosetwin/scenarios/node/regionFiles';
import { listFile } from '@dosetwin/scenarios/node/regions';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { terminal } from '../terminal.js';

export interface RegionOptions {
  readonly out?: string;
  readonly template?: string;
  readonly title?: string;
  readonly zone?: string;
  readonly json?: boolean;
}

const OUT = join('runs', 'own-region.yaml');

/** Makes a region file of a planner's lists, or writes one to be filled in. Nothing leaves the machine. */
export async function region(paths: readonly string[], options: RegionOptions): Promise<ExitCode> {
  if (options.template !== undefined) return writeTemplate(options.template, paths);
  if (paths.length === 0)
    throw new Refusal(
      Exit.badInput,
      'Name a CSV file or a workbook of places and people, or --template FILE for files to fill in.',
    );
  const { out = OUT, title, zone, json } = options;
  if (!/\.ya?ml$/.test(out))
    throw new Refusal(Exit.badInput, `${out} does not end in .yaml; a region file does, such as ${OUT}.`);
  const settings = { ...(title !== undefined && { title }), ...(zone !== undefined && { zone }) };
  const found = await regionFromFiles(basename(out).replace(/\.ya?ml$/, ''), paths, settings);
  if ('problems' in found) return refuse(found.problems, found.more);
  const files = writeRegionFiles(out, found.region);
  const { places, candidates } = found.region;
  if (json) terminal.printJson({ files, notes: found.notes, places: places.length, candidates: candidates.length });
  else {
    for (const file of files) terminal.print(file);
    terminal.tell(
      [`${counted(places.length, 'place')}, ${counted(candidates.length, 'candidate site')}.`, ...found.notes].join('\n'),
    );
  }
  return Exit.held;
}

function writeTemplate(file: string, paths: readonly string[]): ExitCode {
  if (paths.length > 0) throw new Refusal(Exit.badInput, '--template writes files and reads none; leave out the others.');
  if (!/\.ya?ml$/.test(file))
    throw new Refusal(Exit.badInput, `${file} does not end in .yaml; name a region file such as ${OUT}.`);
  const begun = [file, ...REGION_LISTS.map((list) => listFile(file, list))].find((one) => existsSync(one));
  if (begun !== undefined) throw new Refusal(Exit.badInput, `${begun} is there already; name another file.`);
  for (const written of writeRegionTemplate(file)) terminal.print(written);
  return Exit.held;
}

function refuse(problems: readonly DataProblem[], more: number): never {
  const told = problems.slice(0, DATA_PROBLEMS_TOLD).map(dataProblemInWords);
  const rest = more > 0 ? [`…and ${more} more`] : [];
  throw new Refusal(Exit.badInput, [...told, ...rest].join('\n'), { problems });
}
