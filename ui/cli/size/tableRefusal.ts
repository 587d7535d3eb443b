import { DATA_PROBLEMS_TOLD, type DataProblem, dataProblemInWords } from '@dosetwin/scenarios';
import { Exit } from '../Exit.js';
import { Refusal } from '../Refusal.js';

/** What is to be mended in a planner's spreadsheet, cell by cell, and how much more there is. */
export function tableRefusal({ problems, more }: { readonly problems: readonly DataProblem[]; readonly more: number }): Refusal {
  const told = problems.slice(0, DATA_PROBLEMS_TOLD).map(dataProblemInWords);
  const rest = more + problems.length - told.length;
  return new Refusal(Exit.badInput, [...told, ...(rest > 0 ? [`…and ${rest} more`] : [])].join('\n'), { problems });
}
