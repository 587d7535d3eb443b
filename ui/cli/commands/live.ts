import { rmSync } from 'node:fs';
import type { Controllers } from '@dosetwin/firmware-bridge';
import { renderIncidentReport, summariseForTerminal } from '@dosetwin/reports';
import { readReportFonts } from '@dosetwin/reports/node/readReportFonts';
import { instantInWords, type RecordEnd, type RecordedRun, recordRun } from '@dosetwin/scenarios';
import type { RecordFile } from '@dosetwin/scenarios/node/recordFile';
import type { WorldSpec } from '@dosetwin/twin';
import { answeredHosts } from '../../server/answeredHosts.js';
import { isLocalHost } from '../../server/isLocalHost.js';
import { BoardFailed } from '../../server/live/LiveBoards.js';
import { type LiveEnd, LiveRun } from '../../server/live/LiveRun.js';
import { LiveServer } from '../../server/live/LiveServer.js';
import { LiveTokens, newToken } from '../../server/live/LiveTokens.js';
import type { ServedBench } from '../../server/serve.js';
import type { LivePace } from '../../web/src/live/liveProtocol.js';
import { factsOf } from '../../web/src/worker/factsOf.js';
import { type ArmOptions, armShared, refuseArm } from '../boards/arm.js';
import type { Bench } from '../boards/Bench.js';
import { controllersFor } from '../boards/controllersFor.js';
import { openBoards, realMachines } from '../boards/openBoards.js';
import { Exit, type ExitCode } from '../Exit.js';
import { openScenario } from '../openScenario.js';
import { Refusal } from '../Refusal.js';
import { createRecordFile, orRefuse, runPaths, writeText } from '../runFiles.js';
import { StopSignal } from '../StopSignal.js';
import { servePage } from '../servePage.js';
import { terminal } from '../terminal.js';

export interface LiveOptions extends ArmOptions {
  readonly controller?: readonly string[];
  readonly seed?: number;
  readonly out: string;
  readonly pace: '1' | '10' | '60' | 'max';
  readonly paused?: boolean;
  readonly port?: number;
  readonly host: string;
  readonly token?: string;
  readonly operator?: string;
  readonly ledger: string;
}

/** Runs a scenario here and shares it with browsers until Ctrl-C, writing its record as it happens. */
export async function live(written: string, options: LiveOptions): Promise<ExitCode> {
  const tokens = tokensFor(options);
  const opened = openScenario(written, options.seed);
  const controllers = controllersFor(opened.resolved.spec, options.controller ?? []);
  const boards = await boardsOf(opened.resolved.spec, controllers, options);
  try {
    return await share({ ...opened, controllers, boards, tokens }, options);
  } finally {
    await boards?.close();
  }
}

interface Shared extends ReturnType<typeof openScenario> {
  readonly controllers: Controllers;
  readonly boards: Bench | null;
  readonly tokens: LiveTokens;
}

async function share({ name, scenario, resolved, controllers, boards, tokens }: Shared, options: LiveOptions): Promise<ExitCode> {
  const { bodies = {}, controllerNames = {} } = boards ?? {};
  const recorded = recordRun({ name, source: scenario.text, resolved }, { controllers, bodies, controllerNames });
  const paths = runPaths(options.out, recorded.header);
  const run = new LiveRun(recorded, {
    pace: options.pace === 'max' ? 0 : (Number(options.pace) as LivePace),
    // With motors that stand still a run with a real board would prove nothing: it waits for whoever arms them, or lets it run.
    paused: options.paused ?? boards?.isArmed === false,
    boards,
    keep: (entries) => orRefuse(paths.record, () => entries.forEach((entry) => void file.add(entry))),
  });
  const facts = factsOf(name, scenario.variants, resolved);
  const server = new LiveServer(run, { facts, tokens, answers: answeredHosts(options.host) });
  const bench = await servePage({ ...options, beyond: !isLocalHost(options.host), live: server });
  // After the port is ours: a run that is refused replaces no record.
  const file = await openOrClose(bench, () => createRecordFile(paths.record, recorded.header));
  const stop = new StopSignal();
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

/** What is opened beside a page that is served already, which is closed again where that fails. */
async function openOrClose<T>(bench: ServedBench, open: () => T): Promise<T> {
  try {
    return open();
  } catch (error) {
    await bench.close();
    throw error;
  }
}

/** The real boards of the run, ready to go; `null`: there are none. */
async function boardsOf(spec: WorldSpec, controllers: Controllers, options: LiveOptions): Promise<Bench | null> {
  const machines = realMachines(spec, controllers);
  if (machines.length === 0) return refuseArm(options);
  const isArmed = await armShared(machines, options);
  return openBoards({ spec, controllers, isArmed, isShared: true, ...options });
}

/** Beyond this machine nobody may even watch without a token. */
function tokensFor({ host, token }: LiveOptions): LiveTokens {
  if (!isLocalHost(host) && token === undefined) {
    const says = `${host} reaches beyond this machine, so watching takes a token there: add --token new, or --token with one of your own.`;
    throw new Refusal(Exit.badInput, says);
  }
  return new LiveTokens(token === undefined ? null : token === 'new' ? newToken() : token);
}

/** Results for programs go to stdout, one link a line, and what they are for to stderr. */
function tellLinks({ url }: ServedBench, { watch, act, arm }: LiveTokens, run: LiveRun, { host }: LiveOptions): void {
  const watching = watch === null ? `${url}#live` : `${url}#live=${watch}`;
  terminal.print(`watch ${watching}`);
  terminal.print(`act ${url}#live=${act}`);
  const refusal = run.boards?.armRefusal ?? null;
  if (run.armed !== null && refusal === null) terminal.print(`arm ${url}#live=${arm}`);
  const where = isLocalHost(host) ? 'on this machine alone' : 'from other machines too; what is sent can be read on the way';
  terminal.tell(`The run is shared at these links, ${where}. Ctrl-C ends it.`);
  terminal.tell('Who watches sees the machine, and nobody by name or hour. Who acts sees all, and can pause the run.');
  if (refusal !== null) terminal.tell(`${refusal}.`);
  else if (run.armed === false)
    terminal.tell(
      'Motors are not armed, and the run waits at its start: the link that arms lets them move, inert packages only.',
    );
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
  if (!terminal.isOneScreen) {
    terminal.print(`outcome ${outcome}`);
    terminal.print(`digest ${digest}`);
  }
  terminal.tell('The run has finished; its viewers may stay. Ctrl-C closes it.');
}

function exitOf(end: LiveEnd, { run }: RecordedRun, { record }: Lived['paths']): ExitCode {
  if (end.is === 'finished') return end.end.outcome === 'held' ? Exit.held : Exit.failed;
  const failure = end.is === 'failed' ? end.error : null;
  if (failure !== null && !(failure instanceof BoardFailed)) throw failure;
  if (failure !== null) terminal.tell(`The run cannot go on: ${failure.message}.`);
  terminal.tell(`Stopped ${instantInWords(run.now_us)} after the start (hours, minutes, seconds).`);
  terminal.tell(`What happened until then is in ${record}; dosetwin report ${record} makes a page of it.`);
  return failure === null ? Exit.stopped : Exit.environment;
}
