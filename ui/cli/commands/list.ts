import { counted, formatProblems } from '@dosetwin/scenarios';
import { type LibraryEntry, listLibrary } from '@dosetwin/scenarios/node/library';
import { listRegions, type RegionEntry } from '@dosetwin/scenarios/node/regions';
import { Exit, type ExitCode } from '../Exit.js';
import { terminal } from '../terminal.js';

/** Lists the library: the scenarios, and the regions to plan for. */
export function list({ json }: { readonly json?: boolean }): ExitCode {
  const { entries, broken: brokenScenarios } = listLibrary();
  const regions = listRegions();
  const broken = [...brokenScenarios, ...regions.broken];
  if (json) {
    const scenarios = entries.map(({ isCheck, ...entry }) => ({ ...entry, check: isCheck }));
    terminal.printJson({ scenarios, regions: regions.entries, broken });
  } else {
    const width = Math.max(
      0,
      ...entries.flatMap(({ name, variants }) => [name, ...variants.map((one) => `  :${one.name}`)]).map(({ length }) => length),
    );
    terminal.print(
      [...entries.map((entry) => block(entry, width)), ...regions.entries.map((entry) => regionBlock(entry, width))].join('\n\n'),
    );
  }
  for (const problems of broken) terminal.tell(formatProblems(problems));
  return broken.length === 0 ? Exit.held : Exit.badInput;
}

/** `stuck-dose-no-key  Stuck dose, no key`, whom it is for and what it rests on below, then its variants. */
function block({ name, title, study, audience, isCheck, variants }: LibraryEntry, width: number): string {
  const about = isCheck
    ? 'a check of the bench itself'
    : [`for ${audience.join(', ')}`, ...(study.length > 0 ? [`study ${study.join(', ')}`] : [])].join('; ');
  const row = (left: string, right: string) => `${left.padEnd(width)}  ${right}`;
  return [row(name, title), row('', about), ...variants.map((one) => row(`  :${one.name}`, one.title))].join('\n');
}

function regionBlock({ name, title, places, candidates }: RegionEntry, width: number): string {
  const about = `a region to plan for: ${counted(places, 'place')}, ${counted(candidates, 'candidate site')}`;
  return `${name.padEnd(width)}  ${title}\n${''.padEnd(width)}  ${about}`;
}
