import { existsSync } from 'node:fs';
import { counted, type Problems, type Scenario } from '@dosetwin/scenarios';
import { findScenario, readScenarioFile } from '@dosetwin/scenarios/node/library';
import { Exit, type ExitCode } from '../Exit.js';
import { problemsInWords } from '../openScenario.js';
import { terminal } from '../terminal.js';

/** Checks scenario files, each with all its variants, and says what to mend. */
export function validate(files: readonly string[], { json }: { readonly json?: boolean }): ExitCode {
  const checked = files.map((file) => ({ file, found: read(file) }));
  const results = checked.map(({ file, found }) => {
    if ('problems' in found) return { file, valid: false, title: null, variants: [], ...found };
    const { title, variants } = found.scenario;
    return { file, valid: true, title, variants: variants.map(({ name }) => name), problems: [], more: 0 };
  });
  for (const { file, found } of checked) {
    if ('problems' in found) terminal.tell(problemsInWords(found));
    else if (!json)
      terminal.print(`${file}: good (${found.scenario.title}; ${counted(found.scenario.variants.length, 'variant')})`);
  }
  if (json) terminal.printJson({ files: results });
  return results.every(({ valid }) => valid) ? Exit.held : Exit.badInput;
}

/** What stands on the disk is meant as it stands; otherwise it may be a name of the library. */
function read(file: string): { readonly scenario: Scenario } | Problems {
  return existsSync(file) ? readScenarioFile(file) : findScenario(file);
}
