import { basename, dirname, join } from 'node:path';
import { renderCsv, renderIncidentReport, renderJUnit } from '@dosetwin/reports';
import { readReportFonts } from '@dosetwin/reports/node/readReportFonts';
import { checkDigests, type RunRecord } from '@dosetwin/scenarios';
import { Exit, type ExitCode } from '../Exit.js';
import { openRecord } from '../openRecord.js';
import { printPdf } from '../printPdf.js';
import { Refusal } from '../Refusal.js';
import { writeText } from '../runFiles.js';
import { terminal } from '../terminal.js';

export interface ReportOptions {
  readonly format: 'html' | 'junit' | 'csv' | 'pdf';
  readonly out?: string;
  readonly json?: boolean;
}

const ENDINGS = { html: '.html', junit: '.xml', csv: '.csv', pdf: '.pdf' } as const;

/** Writes the report of each record, beside it or into a folder. */
export function report(paths: readonly string[], options: ReportOptions): ExitCode {
  const { format, out, json } = options;
  const targets = paths.map((path) => ({ record: path, report: reportPath(path, options) }));
  refuseCollisions(targets);
  for (const target of targets) {
    const { record, unfinished } = openRecord(target.record);
    const problem = checkDigests(record);
    if (unfinished !== null) terminal.tell(`${target.record}: ${unfinished}`);
    if (problem) terminal.tell(`${target.record}: ${problem.says} The report tells what the record says now.`);
    writeReport(record, format, target.report);
    if (!json) terminal.print(target.report);
  }
  if (json) terminal.printJson({ format, out: out ?? null, reports: targets });
  return Exit.held;
}

function writeReport(record: RunRecord, format: ReportOptions['format'], path: string): void {
  if (format === 'junit') writeText(path, renderJUnit(record));
  else if (format === 'csv') writeText(path, renderCsv(record));
  else if (format === 'html') writeText(path, renderIncidentReport(record, readReportFonts()));
  else printPdf(renderIncidentReport(record, readReportFonts()), path);
}

function reportPath(path: string, { format, out }: ReportOptions): string {
  return join(out ?? dirname(path), basename(path).replace(/(\.jsonl)?$/, ENDINGS[format]));
}

function refuseCollisions(targets: readonly { record: string; report: string }[]): void {
  const taken = new Map<string, string>();
  for (const { record, report: path } of targets) {
    const other = taken.get(path);
    if (other !== undefined) {
      throw new Refusal(
        Exit.badInput,
        `${other} and ${record} would both be written to ${path}; report them one by one, with --out.`,
      );
    }
    taken.set(path, record);
  }
}
