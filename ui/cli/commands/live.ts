import { rmSync } from 'node:fs';
import { BadController, type Controllers, chooseControllers, isSimulated, writeController } from '@dosetwin/firmware-bridge';
import { renderIncidentReport, summariseForTerminal } from '@dosetwin/reports';
import { readReportFonts } from '@dosetwin/reports/node/readReportFonts';
import { boardConflicts, instantInWords, type RecordEnd, type RecordedRun, recordRun } from '@dosetwin/scenarios';
import type { RecordFile } from '@dosetwin/scenarios/node/recordFile';
import { answeredHosts } from '../../server/answeredHosts.js';
import { isLocalHost } from '../../server/isLocalHost.js';
import { type LiveEnd, LiveRun } from '../../server/live/LiveRun.js';
import { LiveServer } from '../../server/live/LiveServer.js';
import { LiveTokens, newToken } from '../../server/live/LiveTokens.js';
import type { ServedBench } from '../../server/serve.js';
import type { LivePace } from '../../web/src/live/liveProtocol.js';
import { factsOf } from '../../web/src/worker/factsOf.js';
import { Exit, type ExitCode } from '../Exit.js';
import { openScenario } from '../openScenario.js';
import { Refusal } from '../Refusal.js';
import { createRecordFile, orRefuse, runPaths, writeText } from '../runFiles.js';
import { StopSignal } from '../StopSignal.js';
import { servePage } from '../servePage.js';
import { terminal } from '../terminal.js';

export interface LiveOptions {
  readonly controller?: readonly string[];
  readonly seed?: number;
  readonly out: string;
  readonly pace: '1' | '10' | '60' | 'max';
  readonly paused?: boolean;
  readonly port?: number;
  readonly host: string;
  readonly token?: string;
}

/** Runs a scenario here and shares it with browsers until Ctrl-C, writing its record as it happens. */
export async function live(written: string, options: LiveOptions): Promise<ExitCode> {
  const tokens = tokensFor(options);
  const { name, scenario, resolved } = openScenario(written, options.seed);
  const controllers = controllersOf(
    resolved.spec.machines.map(({ id }) => id),
    options.controller ?? [],
  );
  const conflicts = boardConflicts(resolved.spec, controllers);
  if (conflicts.length > 0) throw new Refusal(Exit.badInput, conflicts.join('\n'));
  const recorded = recordRun({ name, source: scenario.text, resolved }, { controllers });
  const paths = runPaths(options.out, recorded.header);
  const run = new LiveRun(recorded, {
    pace: options.pace === 'max' ? 0 : (Number(options.pace) as LivePace),
    paused: options.paused ?? false,
    keep: (entries) => orRefuse(paths.record, () => entries.forEach((entry) => void file.add(entry))),
  });
  const facts = factsOf(name, scenario.variants, resolved);
  const server = new LiveServer(run, { facts, tokens, answers: answeredHosts(options.host) });
  const bench = await servePage({ ...options, beyond: !isLocalHost(options.host), live: server });
  const stop = new StopSignal();
  // After the port is ours: a run that is refused replaces no record.
  const file = createRecordFile(paths.record, recorded.header);
  try {
    orRefuse(paths.report, () => rmSync(paths.report, { force: true }));
    tellLinks(bench, tokens, run, options);
    return await liveUntilStopped({ run, recorded, file, stop, paths });
  } finally {
    await bench.close();
    stop.release();
    file.close();
  }
}

/** Beyond this machine nobody may even watch without a token. */
function tokensFor({ host, token }: LiveOptions): LiveTokens {
  if (!isLocalHost(host) && token === undefined) {
    const says = `${host} reaches beyond this machine, so watching takes a token there: add --token new, or --token with one of your own.`;
    throw new Refusal(Exit.badInput, says);
  }
  return new LiveTokens(token === undefined ? null : token === 'new' ? newToken() : token);
}

function controllersOf(machines: readonly string[], written: readonly string[]): Controllers {
  try {
    const chosen = chooseControllers(machines, written);
    const real = Object.entries(chosen).find(([, one]) => !isSimulated(one));
    if (real === undefined) return chosen;
    throw new Refusal(Exit.badInput, `${real[0]}: ${writeController(real[1])} is a real board, and live runs have none yet.`);
  } catch (error) {
    if (error instanceof BadController) throw new Refusal(Exit.badInput, error.message);
    throw error;
  }
}

/** Results for programs go to stdout, one link a line, and what they are for to stderr. */
function tellLinks({ url }: ServedBench, { watch, act, arm }: LiveTokens, run: LiveRun, { host }: LiveOptions): void {
  const watching = watch === null ? `${url}#live` : `${url}#live=${watch}`;
  terminal.print(`watch ${watching}`);
  terminal.print(`act ${url}#live=${act}`);
  if (run.armed !== null) terminal.print(`arm ${url}#live=${arm}`);
  const where = isLocalHost(host) ? 'on this machine alone' : 'from other machines too; what is sent can be read on the way';
  terminal.tell(`The run is shared at these links, ${where}. Ctrl-C ends it.`);
  terminal.tell('Who watches sees the machine, and nobody by name or hour. Who acts sees all, and can pause the run.');
}

interface Lived {
  readonly run: LiveRun;
  readonly recorded: RecordedRun;
  readonly file: RecordFile;
  readonly stop: StopSignal;
  readonly paths: { readonly record: string; readonly report: string };
}

/** A run that has finished stays to be looked at until Ctrl-C. */
async function liveUntilStopped({ run, recorded, file, stop, paths }: Lived): Promise<ExitCode> {
  void stop.given.then(() => run.stop());
  const end = await run.live();
  if (end.is === 'finished') {
    orRefuse(paths.record, () => file.end(end.end));
    tellFinished(recorded, end.end, paths);
    await stop.given;
  }
  return exitOf(end, recorded, paths);
}

function tellFinished(recorded: RecordedRun, { outcome, digest }: RecordEnd, paths: Lived['paths']): void {
  const record = recorded.record();
  writeText(paths.report, renderIncidentReport(record, readReportFonts()));
  terminal.tell(summariseForTerminal(record, paths).trimEnd());
  terminal.print(`outcome ${outcome}`);
  terminal.print(`digest ${digest}`);
  terminal.tell('The run has finished; its viewers may stay. Ctrl-C closes it.');
}

function exitOf(end: LiveEnd, { run }: RecordedRun, { record }: Lived['paths']): ExitCode {
  if (end.is === 'failed') throw end.error;
  if (end.is === 'finished') return end.end.outcome === 'held' ? Exit.held : Exit.failed;
  terminal.tell(`Stopped ${instantInWords(run.now_us)} after the start (hours, minutes, seconds).`);
  terminal.tell(`What happened until then is in ${record}; dosetwin report ${record} makes a page of it.`);
  return Exit.stopped;
}
