import { countedMachines, inHundred, type Region, type Study } from '@dosetwin/scenarios';
import { type MEASURE_WORDS, measuresTold, shownMeasure } from './measureWords.js';
import { siteName } from './siteName.js';

/** The answer, why, the plan and what was judged, for a terminal of 100 columns. */
export function studyForTerminal(study: Study, region: Region): string {
  const { answer, plans, notes } = study;
  const lines = [
    `${region.title}\n`,
    answer.sentence,
    ...answer.because.filter((line) => !answer.sentence.toLowerCase().includes(line.replace(/\.$/, '').toLowerCase())),
  ];
  const chosen = plans.find(({ machines }) => machines === (answer.machines ?? answer.impossible?.machines));
  if (chosen !== undefined) {
    lines.push('', `The sites of ${countedMachines(chosen.machines)}:`);
    for (const { candidate, machines } of chosen.plan.sites)
      lines.push(`  ${siteName(region, candidate)}${machines > 1 ? ` × ${machines}` : ''}`);
  }
  const hasKm = measuresTold(study).includes('meanKm');
  lines.push('', `machines   futures held     reached  served${hasKm ? '      km' : ''}     $ a year   futures`);
  for (const { machines, share, interval, bands, futures } of plans) {
    const shown = (name: keyof typeof MEASURE_WORDS) => shownMeasure(name, bands[name].mean);
    const held = `${inHundred(share)} (${inHundred(interval[0])} to ${inHundred(interval[1])})`;
    const km = hasKm ? `   ${shown('meanKm').padStart(5)}` : '';
    lines.push(
      `${String(machines).padStart(8)}   ${held.padEnd(16)} ${shown('reached').padStart(4)}     ${shown('served').padStart(4)}${km}   ${`${shown('costPerYear')}k`.padStart(9)}   ${String(futures).padStart(7)}`,
    );
  }
  if (notes.length > 0) lines.push('', ...notes);
  return `${lines.join('\n')}\n`;
}
