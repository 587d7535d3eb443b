import { TraceIndex } from '../trace/TraceIndex.js';
import BenchWorker from '../worker/bench.worker.ts?worker&inline';
import type { BoardAsk, BoardView } from '../worker/board/BoardView.js';
import type { FromWorker, PageController, RunInput, ScenarioText, ToWorker } from '../worker/protocol.js';
import { bench, emptyBench } from './bench.js';
import { keepChoice } from './controllerChoice.js';
import { firstJam, goTo } from './playback.js';
import { tourOf } from './tourOf.js';

type Argument = number | string | boolean;

/** What somebody does: an input whose instant is yet to be said. */
export interface Deed {
  readonly role: string;
  readonly kind: string;
  readonly [argument: string]: Argument;
}

/** A run that goes on elsewhere and is shown here. */
export interface RunElsewhere {
  act(deed: Deed): void;
  /** Its record was asked for. */
  save(): void;
}

let worker: Worker | null = null;
/** A run that was just opened has not shown its first instant yet. */
let entering = false;
/** Somebody has done something in this run: its inputs are more than the file's. */
let acted = false;
/** Who waits for the worker's word on a board, by the number of their ask: one that is never answered shifts nobody else's. */
const boardAnswers = new Map<number, (view: BoardView | null) => void>();
let boardAsks = 0;
/** Where to stand again in a run that is opened a second time. */
let returning: { readonly horizon_us: number; readonly playhead_us: number } | null = null;

/** The run elsewhere, as long as its number is the store's. */
let elsewhere: (RunElsewhere & { readonly run: number }) | null = null;

function runElsewhere(): RunElsewhere | null {
  return elsewhere?.run === bench.getState().run ? elsewhere : null;
}

/** Shows a run that goes on elsewhere until another is opened; its messages are given to what comes back. */
export function followElsewhere(there: RunElsewhere): (message: FromWorker) => void {
  const run = bench.getState().run + 1;
  elsewhere = { ...there, run };
  bench.setState({ run, opened: null, refusal: null, playing: false, tour: null });
  return take;
}

function post(message: ToWorker): void {
  if (worker === null) {
    worker = new BenchWorker();
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => take(event.data));
    worker.addEventListener('error', (event) => bench.setState({ refusal: [event.message] }));
  }
  worker.postMessage(message);
}

/** Asks for a board as it stands at an instant; `null`: the model stands there, or another run was opened meanwhile. */
export function askBoard(ask: BoardAsk, then: (view: BoardView | null) => void): void {
  const id = ++boardAsks;
  boardAnswers.set(id, then);
  post({ type: 'board', id, run: bench.getState().run, ask });
}

/** Puts a controller below one machine's hinge, or below all: the run begins again with the same scenario, seed and deeds. */
export function chooseController(machine: string | null, controller: PageController): void {
  const { controllers } = bench.getState();
  runOn(Object.entries(controllers).map(([name, kind]) => [name, machine === null || machine === name ? controller : kind]));
}

/** Puts the firmware below these machines and the model below the others. */
export function chooseFirmware(machines: readonly string[]): void {
  const { controllers } = bench.getState();
  runOn(Object.keys(controllers).map((name) => [name, machines.includes(name) ? 'emulated' : 'model']));
}

function runOn(chosen: readonly (readonly [machine: string, controller: PageController])[]): void {
  const { opened, facts, inputs } = bench.getState();
  const [first] = chosen;
  if (opened === null || facts === null || first === undefined) return;
  const isSame = chosen.every(([, kind]) => kind === first[1]);
  keepChoice(isSame ? [first[1]] : chosen.map(([name, kind]) => `${name}=${kind}`));
  openScenario(opened, facts.variant, acted ? inputs : []);
}

/** Asks for the library's titles. */
export function listScenarios(texts: readonly ScenarioText[]): void {
  post({ type: 'list', texts });
}

/** Opens a scenario, a variant of it, or a record; with `inputs` it is the run in which these were made. */
export function openScenario(scenario: ScenarioText, variant: string | null = null, inputs: readonly RunInput[] = []): void {
  const { run: before, choice: controllers } = bench.getState();
  const run = before + 1;
  acted = inputs.length > 0;
  bench.setState({ run, opened: scenario, refusal: null, playing: false, tour: null });
  post({ type: 'open', run, scenario, variant, inputs, controllers });
}

/** Lets something enter the run from outside, at the instant shown. What the run had computed after it is set aside. */
export function act(deed: Deed): void {
  const there = runElsewhere();
  if (there !== null) return there.act(deed);
  const state = bench.getState();
  const at_us = state.playhead_us;
  const woundBack = at_us < state.horizon_us;
  const run = state.run + 1;
  acted = true;
  state.trace.cut(state.trace.countAt(at_us));
  bench.setState({
    run,
    revision: state.revision + 1,
    reached_us: at_us,
    horizon_us: at_us,
    wanted_us: null,
    verdicts: [],
    branch: woundBack ? { at_us, before: state.inputs, horizon_us: state.horizon_us } : state.branch,
  });
  post({ type: 'act', run, at_us, inputs: [{ ...deed, t_us: at_us }] });
}

/** Leaves the branch: the run as it was before the last act in the past. */
export function leaveBranch(): void {
  const { branch, opened, facts } = bench.getState();
  if (branch === null || opened === null || facts === null) return;
  const { horizon_us, playhead_us } = bench.getState();
  bench.setState({ branch: null });
  returning = { horizon_us: Math.max(branch.horizon_us, Math.min(horizon_us, branch.at_us)), playhead_us };
  openScenario(opened, facts.variant, branch.before);
}

export function saveRecord(): void {
  const there = runElsewhere();
  if (there !== null) return there.save();
  post({ type: 'record' });
}

function take(message: FromWorker): void {
  switch (message.type) {
    case 'listed':
      bench.setState({ scenarios: message.scenarios, figures: message.figures });
      break;
    case 'opened':
      if (message.run === bench.getState().run) takeOpened(message);
      break;
    case 'entries':
      if (message.run === bench.getState().run) takeEntries(message);
      break;
    case 'board':
      boardAnswers.get(message.id)?.(message.run === bench.getState().run ? message.view : null);
      boardAnswers.delete(message.id);
      break;
    case 'recorded':
      download(message.fileName, message.text);
      break;
    case 'refused':
      bench.setState({ refusal: message.messages });
      break;
  }
}

function takeOpened({ facts, inputs, controllers = {} }: Extract<FromWorker, { type: 'opened' }>): void {
  const { scenarios, figures, run, theme, opened, sceneReady, tab, lookInside, choice, sheet, ...was } = bench.getState();
  // Whoever chooses another controller on the board's sheet goes on looking at it.
  const isAgain = was.facts?.name === facts.name;
  const stays = sheet === 'board' && isAgain;
  // Run again, the same machine is looked at, or the region.
  const kept = isAgain && facts.machines.some(({ id }) => id === was.machine);
  const region = facts.machines.length > 1 && (!isAgain || was.region);
  entering = returning === null && runElsewhere() === null;
  bench.setState({
    ...emptyBench,
    trace: new TraceIndex(),
    scenarios,
    figures,
    run,
    theme,
    opened,
    sceneReady,
    tab,
    lookInside: entering ? false : lookInside,
    choice,
    sheet: stays ? sheet : null,
    facts,
    controllers,
    inputs,
    machine: kept ? was.machine : (facts.machines[0]?.id ?? ''),
    region,
    // A region is watched by the hour, a machine by the second.
    speed: region ? 0 : emptyBench.speed,
  });
}

function takeEntries({ keep, entries, reached_us, inputs, verdicts }: Extract<FromWorker, { type: 'entries' }>): void {
  const { trace, revision, facts, wanted_us } = bench.getState();
  const isNews = entries.length > 0 || keep !== trace.entries.length || verdicts.length > 0;
  trace.cut(keep);
  trace.append(entries);
  // A run that is only further on changes no picture.
  bench.setState(isNews ? { revision: revision + 1, reached_us, inputs, verdicts } : { reached_us });
  if (facts === null) return;
  if (wanted_us !== null && reached_us >= wanted_us) {
    bench.setState({ wanted_us: null });
    goTo(wanted_us);
  }
  if (returning !== null && (reached_us >= returning.horizon_us || reached_us >= facts.length_us)) {
    bench.setState({ horizon_us: returning.horizon_us });
    goTo(returning.playhead_us);
    returning = null;
  }
  if (entering) enter(facts.length_us);
}

/** Shows the first instant as soon as it is known; who wants little motion is shown where the first seconds lead to. */
function enter(length_us: number): void {
  const { trace, machine, region, facts, reached_us, playhead_us, playing } = bench.getState();
  // Firmware may take a while to its first jam: who has begun to look around is not taken there.
  if (playhead_us > 0 || playing) {
    entering = false;
    return;
  }
  if (region) return enterRegion(facts?.machines.map(({ id }) => id) ?? [], length_us);
  const plan = tourOf(trace, machine, reached_us, length_us);
  if (plan === null || reached_us < (plan.tour?.until_us ?? plan.from_us)) return;
  entering = false;
  if (plan.tour !== null && matchMedia('(prefers-reduced-motion: reduce)').matches) {
    bench.setState({ lookInside: true });
    goTo(plan.tour.until_us);
    return;
  }
  goTo(plan.from_us);
  bench.setState({ tour: plan.tour, playing: true });
}

/** A region is shown at its first jam, the machine that has it ready to be walked to; without a jam, before the first palm. */
function enterRegion(machines: readonly string[], length_us: number): void {
  const { trace, reached_us } = bench.getState();
  const first = firstJam(trace, machines, -1);
  const plan = first === undefined ? tourOf(trace, machines[0] ?? '', reached_us, length_us) : null;
  if (first === undefined && plan === null) return;
  entering = false;
  if (first !== undefined) bench.setState({ machine: first.source.split('/')[0] ?? '' });
  goTo(first?.t_us ?? plan?.from_us ?? 0);
}

function download(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
