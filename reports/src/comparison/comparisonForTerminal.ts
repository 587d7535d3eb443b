import type { ComparedMeasure, ComparisonStudy, Contrast, Sensitivity } from '@dosetwin/scenarios';
import { meanIn, outcomeName, savedWords, scaleOf, signedIn } from './amountWords.js';
import { isFromLists } from './isFromLists.js';
import { shownMeasures } from './shownMeasures.js';

/** A comparison as tables for a terminal, without colours: one for each side that is compared with the first. */
export function comparisonForTerminal(study: ComparisonStudy): string {
  const [first] = study.sides;
  const { done, asked, first: seed } = study.seeds;
  const lines = [
    `A  ${first?.name ?? ''}  ${first?.title ?? ''}`,
    `${done} of ${asked} seeds, from ${seed} on, the same for each; differences with their 95 % intervals (paired t)`,
  ];
  for (const contrast of study.contrasts) lines.push('', ...contrastLines(study, contrast));
  if (study.sensitivity) lines.push('', ...sensitivityLines(study, study.sensitivity));
  lines.push(
    '',
    'Follows from the mechanism: the order of events. Assumed: every delay and share; see the report.',
    'The study behind it gives no counts: these are differences between two models, not forecasts.',
    ...(isFromLists(study)
      ? ['Made of a site’s own lists: keep it there. Means of people and doses below 5 are not shown.']
      : []),
  );
  return `${lines.join('\n')}\n`;
}

function contrastLines(study: ComparisonStudy, { side, measures }: Contrast): string[] {
  const b = study.sides[side];
  const shown = shownMeasures(measures);
  const isImported = isFromLists(study);
  const rows = shown.map((measure) => rowOf(measure, isImported));
  const head = ['', 'A', 'B', 'B − A', '95 % interval', 'unit', 'saved'];
  const hidden = measures.length - shown.length;
  return [
    `B  ${b?.name ?? ''}  ${b?.title ?? ''}`,
    ...(b?.changes ?? []).map(({ path, value }) => `   with ${path} = ${String(value)}`),
    ...table([head, ...rows]),
    ...(hidden > 0 ? [`   (${hidden} more did not differ or did not happen)`] : []),
  ];
}

function rowOf(measure: ComparedMeasure, isImported: boolean): string[] {
  const { name, meanA, meanB, difference, interval, saved, differs } = measure;
  const scale = scaleOf(name, [meanA, meanB, difference]);
  const between = interval === null ? '' : `${signedIn(scale, interval[0])} to ${signedIn(scale, interval[1])}`;
  const indent = name.includes(':') ? '    ' : '  ';
  return [
    `${differs ? '*' : ' '}${indent.slice(1)}${outcomeName(name)}`,
    meanIn(scale, meanA, isImported),
    meanIn(scale, meanB, isImported),
    signedIn(scale, difference),
    between,
    scale.unit,
    savedWords(saved),
  ];
}

function sensitivityLines(study: ComparisonStudy, { rows, runs }: Sensitivity): string[] {
  const lines = [`One assumption at a time, ${runs} seeds each: how the leading difference moves`];
  for (const [place, contrast] of study.contrasts.entries()) {
    const name = contrast.leading;
    const base = contrast.measures.find((measure) => measure.name === name);
    if (name === null || base === undefined) continue;
    const body = rows.map(({ assumption, effects }) => {
      const { low = null, high = null } = effects[place] ?? {};
      const scale = scaleOf(name, [base.difference, low?.difference ?? 0, high?.difference ?? 0]);
      const at = (measure: ComparedMeasure | null) => (measure === null ? 'none' : signedIn(scale, measure.difference));
      return [
        `  ${assumption.set}`,
        `${String(assumption.low)} → ${at(low)}`,
        `${String(assumption.high)} → ${at(high)}`,
        scale.unit,
      ];
    });
    const scale = scaleOf(name, [base.difference]);
    lines.push(
      `  ${outcomeName(name)}, ${study.sides[contrast.side]?.name ?? ''}: ${signedIn(scale, base.difference)} ${scale.unit}`,
    );
    lines.push(...table([['', 'least', 'most', 'unit'], ...body]));
  }
  return rows.length === 0
    ? ['The scenario names no assumption and sets no figure: nothing to vary (--sensitivity all: every one).']
    : lines;
}

/** Columns aligned, all but the first and the units to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || cell === row[5] ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
