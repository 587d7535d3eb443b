import { basename, join } from 'node:path';
import { counted } from '@dosetwin/scenarios';
import { regionFromFiles, writeRegionFiles } from '@dosetwin/scenarios/node/regionFiles';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { tableRefusal } from '../size/tableRefusal.js';
import { writeTemplate } from '../size/writeTemplate.js';
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
  if ('problems' in found) throw tableRefusal(found);
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
