import { rmSync } from 'node:fs';
import type { Controllers } from '@dosetwin/firmware-bridge';
import { renderIncidentReport, summariseForTerminal } from '@dosetwin/reports';
import { readReportFonts } from '@dosetwin/reports/node/readReportFonts';
import { instantInWords, type RecordEnd, type RecordedRun, type Run, type RunRecord, recordRun } from '@dosetwin/scenarios';
import type { TraceEntry, WorldSpec } from '@dosetwin/twin';
import { boardLines } from '../boardLines.js';
import { type ArmOptions, arm, refuseArm } from '../boards/arm.js';
import type { Bench } from '../boards/Bench.js';
import { controllersFor } from '../boards/controllersFor.js';
import { openBoards, realMachines } from '../boards/openBoards.js';
import { runWithBoards } from '../boards/runWithBoards.js';
import { driftLines } from '../driftLines.js';
import { Exit, type ExitCode } from '../Exit.js';
import { openScenario } from '../openScenario.js';
import { Progress } from '../Progress.js';
import { type Drift, runAtOnce, runInRealTime } from '../runAtPace.js';
import { createRecordFile, orRefuse, runPaths, writeText } from '../runFiles.js';
import { StopSignal } from '../StopSignal.js';
import { terminal } from '../terminal.js';

export interface RunOptions extends ArmOptions {
  readonly controller?: readonly string[];
  readonly seed?: number;
  readonly out: string;
  readonly pace: 'max' | '1';
  /** A program that answers prompts; a person at the terminal, unless it is given. */
  readonly operator?: string;
  readonly ledger: string;
  readonly json?: boolean;
}

interface Paths {
  readonly record: string;
  readonly report: string;
}

/** Runs a scenario, writing its record as it happens and its report at the end. */
export async function run(written: string, options: RunOptions): Promise<ExitCode> {
  const { name, scenario, resolved } = openScenario(written, options.seed);
  const controllers = controllersFor(resolved.spec, options.controller ?? []);
  const bench = await benchOf(resolved.spec, controllers, options);
  try {
    const { bodies = {}, controllerNames = {} } = bench ?? {};
    const recorded = recordRun({ name, source: scenario.text, resolved }, { controllers, bodies, controllerNames });
    const paths = runPaths(options.out, recorded.header);
    const { record, drift } = await runIntoFile(recorded, paths, { pace: options.pace, bench });
    if (drift) terminal.tell(driftInWords(drift));
    if (record.end === null) return tellStopped(recorded, paths, options, bench?.failure ?? null);
    return tellResult(record, record.end, paths, options);
  } finally {
    await bench?.close();
  }
}

/** The real boards of the run, ready to go; `null`: there are none. */
async function benchOf(spec: WorldSpec, controllers: Controllers, options: RunOptions): Promise<Bench | null> {
  const machines = realMachines(spec, controllers);
  if (machines.length === 0) return refuseArm(options);
  const isArmed = await arm(spec, machines, options);
  return openBoards({ spec, controllers, isArmed, isShared: false, ...options });
}

/** Runs to the end or to Ctrl-C, each entry going to the file as soon as it happened. */
async function runIntoFile(
  recorded: RecordedRun,
  paths: Paths,
  { pace, bench }: { readonly pace: RunOptions['pace']; readonly bench: Bench | null },
): Promise<{ record: RunRecord; drift: Drift | null }> {
  const { header, run } = recorded;
  const file = createRecordFile(paths.record, header);
  const progress = new Progress(run.length_us);
  const stop = new StopSignal();
  let written = 0;
  const onSlice = () => {
    orRefuse(paths.record, () => {
      for (; written < run.entries.length; written++) file.add(run.entries[written] as TraceEntry);
    });
    progress.show(run.now_us);
  };
  try {
    // A report of an earlier run would tell of another record than the one beside it.
    orRefuse(paths.report, () => rmSync(paths.report, { force: true }));
    const drift = await runAtPace(run, bench, { stop, pace, onSlice });
    const record = recorded.record();
    orRefuse(paths.record, () => record.end && file.end(record.end));
    return { record, drift };
  } finally {
    progress.clear();
    stop.release();
    file.close();
  }
}

interface Pacing {
  readonly stop: StopSignal;
  readonly pace: RunOptions['pace'];
  readonly onSlice: () => void;
}

function runAtPace(run: Run, bench: Bench | null, pacing: Pacing): Promise<Drift | null> {
  const { stop, pace, onSlice } = pacing;
  if (bench !== null) return runWithBoards(run, bench, pacing);
  return pace === '1' ? runInRealTime(run, stop, onSlice) : runAtOnce(run, stop, onSlice);
}

function tellResult(record: RunRecord, end: RecordEnd, paths: Paths, { json }: RunOptions): ExitCode {
  writeText(paths.report, renderIncidentReport(record, readReportFonts()));
  terminal.tell(summariseForTerminal(record, paths).trimEnd());
  for (const line of [...driftLines(record.entries), ...boardLines(record.entries)]) terminal.tell(line);
  const { outcome, digest, controllerDigest, expectations, measures } = end;
  if (json) {
    const { scenario, variant, seed, versions } = record.header;
    terminal.printJson({
      scenario,
      variant,
      seed,
      outcome,
      digest,
      controllerDigest,
      ...paths,
      expectations,
      measures,
      versions,
    });
  } else if (!terminal.isOneScreen) {
    terminal.print(`outcome ${outcome}`);
    terminal.print(`digest ${digest}`);
  }
  return outcome === 'held' ? Exit.held : Exit.failed;
}

/** Ctrl-C, or a bench that failed: the record stays as far as it came. */
function tellStopped({ run, header }: RecordedRun, { record }: Paths, { json }: RunOptions, failure: string | null): ExitCode {
  if (failure !== null) terminal.tell(`The run cannot go on: ${failure}.`);
  terminal.tell(`Stopped ${instantInWords(run.now_us)} after the start (hours, minutes, seconds).`);
  terminal.tell(`What happened until then is in ${record}; dosetwin report ${record} makes a page of it.`);
  const { scenario, variant, seed, versions } = header;
  const { upper: digest, lower: controllerDigest } = run.digests;
  const nothing = { report: null, expectations: [], measures: null };
  if (json)
    terminal.printJson({
      scenario,
      variant,
      seed,
      outcome: 'unfinished',
      digest,
      controllerDigest,
      record,
      ...nothing,
      versions,
    });
  return failure === null ? Exit.stopped : Exit.environment;
}

function driftInWords({ meanMs, worstMs }: Drift): string {
  return `In real time: the run lagged ${meanMs.toFixed(1)} ms behind the clock on average, ${worstMs.toFixed(1)} ms at worst.`;
}
