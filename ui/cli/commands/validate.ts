import { existsSync } from 'node:fs';
import { counted, type Problems, type Region, type Scenario } from '@dosetwin/scenarios';
import { findScenario, readScenarioFile } from '@dosetwin/scenarios/node/library';
import { isRegionFile, loadRegion, readRegionFile, regionNames } from '@dosetwin/scenarios/node/regions';
import { Exit, type ExitCode } from '../Exit.js';
import { problemsInWords } from '../openScenario.js';
import { terminal } from '../terminal.js';

/** Checks scenario files, each with all its variants, and region files, each with its lists, and says what to mend. */
export function validate(files: readonly string[], { json }: { readonly json?: boolean }): ExitCode {
  const checked = files.map((file) => ({ file, found: read(file) }));
  const results = checked.map(({ file, found }) => {
    if ('problems' in found) return { file, valid: false, title: null, variants: [], ...found };
    if ('region' in found) return { file, valid: true, title: found.region.title, variants: [], problems: [], more: 0 };
    const { title, variants } = found.scenario;
    return { file, valid: true, title, variants: variants.map(({ name }) => name), problems: [], more: 0 };
  });
  for (const { file, found } of checked) {
    if ('problems' in found) terminal.tell(problemsInWords(found));
    else if (!json)
      terminal.print(`${file}: good (${'region' in found ? regionInWords(found.region) : inWords(found.scenario)})`);
  }
  if (json) terminal.printJson({ files: results });
  return results.every(({ valid }) => valid) ? Exit.held : Exit.badInput;
}

function inWords({ title, variants }: Scenario): string {
  return `${title}; ${counted(variants.length, 'variant')}`;
}

function regionInWords({ title, places, links, candidates }: Region): string {
  return `${title}; ${counted(places.length, 'place')}, ${counted(links.length, 'link')}, ${counted(candidates.length, 'candidate site')}`;
}

/** What stands on the disk is meant as it stands; otherwise it may be a name of the library. */
function read(file: string): { readonly scenario: Scenario } | { readonly region: Region } | Problems {
  if (existsSync(file)) return isRegionFile(file) ? readRegionFile(file) : readScenarioFile(file);
  return regionNames().includes(file) ? loadRegion(file) : findScenario(file);
}
