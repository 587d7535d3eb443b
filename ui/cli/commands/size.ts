import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { renderStudy, studyCsv, studyForTerminal, studyGeoJson } from '@dosetwin/reports';
import { readReportFonts } from '@dosetwin/reports/node/readReportFonts';
import { type Region, type Study, StudyStopped } from '@dosetwin/scenarios';
import { sizeRegion } from '@dosetwin/scenarios/node/sizeRegion';
import { Exit, type ExitCode } from '../Exit.js';
import { printPdf } from '../printPdf.js';
import { Refusal } from '../Refusal.js';
import { writeText } from '../runFiles.js';
import { StopSignal } from '../StopSignal.js';
import { regionAsked } from '../size/regionAsked.js';
import { type Simulators, type SimulatorsWanted, threadsHere } from '../size/Simulators.js';
import { SizeProgress } from '../size/SizeProgress.js';
import { writeTemplate } from '../size/writeTemplate.js';
import { refusalOf } from '../spread/refusalOf.js';
import { terminal } from '../terminal.js';

export interface SizeCommandOptions {
  readonly machines?: readonly [number, number];
  readonly seed: number;
  readonly precision: number;
  readonly workers?: number;
  readonly nats?: string;
  readonly natsCreds?: string;
  readonly resume?: boolean;
  /** A file to be filled in instead; `true` for one of the usual name. */
  readonly template?: string | true;
  /** Of places in a spreadsheet whose rows have none. */
  readonly zone?: string;
  readonly pdf?: boolean;
  readonly out: string;
  readonly json?: boolean;
}

const TEMPLATE = join('runs', 'own-region.xlsx');
const NOTHING_ASKED = `Name a region: northern-ontario, interior-bc, a spreadsheet of places and people (.xlsx, .csv) or a region file (.yaml); --template writes a spreadsheet to fill in.`;

/** Studies a region, prints the answer, and writes report, plans and map. */
export async function size(written: readonly string[], options: SizeCommandOptions): Promise<ExitCode> {
  const { template, zone } = options;
  if (template !== undefined) return writeTemplate(template === true ? TEMPLATE : template, written);
  if (written.length === 0) throw new Refusal(Exit.badInput, NOTHING_ASKED);
  const { region, notes } = await regionAsked(written, zone);
  for (const note of notes) terminal.tell(note);
  const stem = join(options.out, `size-${region.id}-${options.seed}`);
  const study = await studyOf(region, stem, options);
  if (study === null) return tellStopped(written, options);
  const report = writeFiles(study, region, stem, options);
  const { answer, digest, plans } = study;
  if (options.json) terminal.printJson({ answer, digest, plans, report, study });
  else {
    terminal.print(studyForTerminal(study, region).trimEnd());
    terminal.print(`\ndigest ${digest}`);
    terminal.tell(`The report is ${report}`);
  }
  return answer.impossible === null ? Exit.held : Exit.failed;
}

/** `null` where it was stopped. */
async function studyOf(region: Region, stem: string, options: SizeCommandOptions): Promise<Study | null> {
  const { seed, precision, machines, resume = false } = options;
  const stop = new StopSignal();
  const progress = new SizeProgress();
  const say = (text: string) => {
    progress.clear();
    terminal.tell(text);
  };
  const simulators = await simulatorsFor({ region, seed, isStopped: () => stop.isGiven, say }, options);
  const path = `${stem}.blocks`;
  let isWhole = false;
  try {
    const study = await sizeRegion(region, {
      seed,
      precision,
      machines,
      run: simulators.run,
      store: { path, goOn: resume },
      onStep: (step) => progress.step(step),
      onProgress: (done) => progress.show(done),
    });
    isWhole = true;
    return study;
  } catch (error) {
    if (error instanceof StudyStopped) return null;
    throw refusalOf(error);
  } finally {
    progress.clear();
    stop.release();
    await simulators.close(isWhole);
  }
}

/** What speaks with NATS is loaded only where it is asked for. */
async function simulatorsFor(
  wanted: SimulatorsWanted,
  { nats, natsCreds, workers, resume: goOn = false }: SizeCommandOptions,
): Promise<Simulators> {
  if (nats !== undefined) {
    const { workersOnBus } = await import('../spread/workersOnBus.js');
    return workersOnBus(wanted, { nats, natsCreds, workers, goOn });
  }
  if (natsCreds !== undefined) throw new Refusal(Exit.badInput, '--nats-creds is for --nats URL, which is missing.');
  return threadsHere(wanted, workers ?? Math.min(availableParallelism(), 64));
}

function writeFiles(study: Study, region: Region, stem: string, { pdf }: SizeCommandOptions): string {
  const html = renderStudy(study, region, readReportFonts());
  const report = `${stem}.html`;
  writeText(report, html);
  writeText(`${stem}.csv`, studyCsv(study));
  writeText(`${stem}.geojson`, studyGeoJson(study, region));
  if (pdf) printPdf(html, `${stem}.pdf`);
  return report;
}

function tellStopped(written: readonly string[], { json, seed, out, nats }: SizeCommandOptions): ExitCode {
  const bus = nats === undefined ? '' : ' --nats URL';
  terminal.tell(
    `Stopped. What was simulated is kept: dosetwin size ${written.join(' ')} --seed ${seed} --out ${out}${bus} --resume goes on.`,
  );
  if (json) terminal.printJson({ answer: null });
  return Exit.stopped;
}
