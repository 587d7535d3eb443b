import { countsOf, countWords, renderChartMermaid, renderChartScxml, renderChartSvg } from '@dosetwin/reports';
import { unknownName } from '@dosetwin/scenarios';
import { CHARTS, type ChartTable, compileChart } from '@dosetwin/twin';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { writeText } from '../runFiles.js';
import { terminal } from '../terminal.js';

export interface ChartsOptions {
  readonly format: keyof typeof FORMATS;
  readonly out?: string;
  readonly json?: boolean;
}

const FORMATS = { svg: renderChartSvg, mermaid: renderChartMermaid, scxml: renderChartScxml } as const;

/** Lists the charts, or draws one from the tables by which it runs. */
export async function charts(name: string | undefined, { format, out, json }: ChartsOptions): Promise<ExitCode> {
  if (name === undefined) {
    if (out !== undefined) throw new Refusal(Exit.badInput, 'Which chart is to be written? Give its name beside --out.');
    list(json === true);
    return Exit.held;
  }
  const table = tableOf(name);
  const text = json ? `${JSON.stringify(table, null, 2)}\n` : await FORMATS[format](table);
  if (out === undefined) terminal.print(text.trimEnd());
  else {
    writeText(out, text);
    terminal.print(out);
  }
  return Exit.held;
}

function list(json: boolean): void {
  const tables = CHARTS.map(compileChart);
  if (json) {
    terminal.printJson({ charts: tables.map((table) => ({ name: table.chart, ...countsOf(table) })) });
    return;
  }
  const width = Math.max(...tables.map(({ chart }) => chart.length));
  for (const table of tables) terminal.print(`${table.chart.padEnd(width)}  ${countWords(countsOf(table))}`);
}

function tableOf(name: string): ChartTable {
  const definition = CHARTS.find((one) => one.name === name);
  if (definition !== undefined) return compileChart(definition);
  const { message } = unknownName(
    name,
    'chart',
    CHARTS.map((one) => one.name),
  );
  throw new Refusal(Exit.badInput, message);
}
