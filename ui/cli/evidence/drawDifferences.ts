import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDifferenceSvg } from '@dosetwin/reports';
import type { Disagreement } from '@dosetwin/twin';

/** Draws each on its chart and answers the files: `FOLDER/CHART.svg`, a chart's second difference `CHART-2.svg`. */
export async function drawDifferences(disagreements: readonly Disagreement[], folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const disagreement of disagreements) {
    mkdirSync(folder, { recursive: true });
    const { chart } = disagreement.table;
    const before = files.filter((file) => file === join(folder, `${chart}.svg`) || file.startsWith(join(folder, `${chart}-`)));
    const file = join(folder, before.length === 0 ? `${chart}.svg` : `${chart}-${before.length + 1}.svg`);
    writeFileSync(file, await renderDifferenceSvg(disagreement));
    files.push(file);
  }
  return files;
}
