import { countedMachines, inHundred, type Region, type Study } from '@dosetwin/scenarios';
import { shownMeasure } from './measureWords.js';
import { siteName } from './siteName.js';

/** The answer, why, the plan and what was judged, for a terminal of 100 columns. */
export function studyForTerminal({ answer, plans, notes }: Study, region: Region): string {
  const lines = [
    `${region.title}\n`,
    answer.sentence,
    ...answer.because.filter((line) => !answer.sentence.includes(line.replace(/\.$/, ''))),
  ];
  const chosen = plans.find(({ machines }) => machines === (answer.machines ?? answer.impossible?.machines));
  if (chosen !== undefined) {
    lines.push('', `The sites of ${countedMachines(chosen.machines)}:`);
    for (const { candidate, machines } of chosen.plan.sites)
      lines.push(`  ${siteName(region, candidate)}${machines > 1 ? ` × ${machines}` : ''}`);
  }
  lines.push('', 'machines   futures held     reached  served   km     $ a year   futures');
  for (const { machines, share, interval, bands, futures } of plans) {
    const held = `${inHundred(share)} (${inHundred(interval[0])} to ${inHundred(interval[1])})`;
    const [reached, served, km] = (['reached', 'served', 'meanKm'] as const).map((name) => shownMeasure(name, bands[name].mean));
    lines.push(
      `${String(machines).padStart(8)}   ${held.padEnd(16)} ${reached?.padStart(4)}     ${served?.padStart(4)}   ${km?.padStart(5)}   ${shownMeasure('costPerYear', bands.costPerYear.mean).padStart(6)}k   ${String(futures).padStart(6)}`,
    );
  }
  if (notes.length > 0) lines.push('', ...notes);
  return `${lines.join('\n')}\n`;
}
