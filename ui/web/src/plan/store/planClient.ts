import type { Plan, Region } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';
import { examples } from '../start/examples.js';
import PlanWorker from '../worker/plan.worker.ts?worker&inline';
import type { FromPlanner, GivenFile, ReportKind, ToPlanner } from '../worker/planProtocol.js';
import { solverProgram } from '../worker/solverProgram.js';
import { download } from './download.js';
import type { OwnPlan, ShownPlan, StudyRun } from './PlanState.js';
import { emptyPlan, plan } from './plan.js';
import { keyOf } from './planEdits.js';
import { StudyWorkers } from './StudyWorkers.js';
import { shownPlan } from './shownPlan.js';

/**
 * Some workers study and may be stopped in the middle of it; another reads, writes, and tries a plan that was changed by hand, so
 * that an estimate never waits for a study.
 */
let studying: StudyWorkers | null = null;
let desk: Worker | null = null;
let asked = 0;
/** What each ask at the desk is waited for with, by its number. */
const waiting = new Map<number, (answer: FromPlanner) => void>();

export function openPlanner(): void {
  plan.setState({ isOpen: true });
}

export function closePlanner(): void {
  endStudy();
  plan.setState(emptyPlan);
}

function ask(message: ToPlanner, then: (answer: FromPlanner) => void): void {
  if (desk === null) {
    desk = new PlanWorker();
    desk.addEventListener('message', ({ data }: MessageEvent<FromPlanner>) => {
      waiting.get(data.id)?.(data);
      // A plan that is tried is told of once; so is all else.
      waiting.delete(data.id);
    });
    desk.addEventListener('error', ({ message: why }) => plan.setState({ isReading: false, news: why }));
  }
  waiting.set(message.id, then);
  desk.postMessage(message);
}

/** Reads what was dropped, chosen or pasted; what is wrong with it is told, and nothing else changes. */
export function readFiles(files: readonly GivenFile[], origin: string): void {
  begin(origin);
  ask({ type: 'read', id: ++asked, files }, takeRegion);
}

export function openExample(name: string): void {
  const texts = examples.find(({ id }) => id === name);
  if (texts === undefined) return;
  begin(name);
  ask({ type: 'open', id: ++asked, texts }, takeRegion);
}

function begin(origin: string): void {
  plan.setState({ isReading: true, origin, problems: [], more: 0, news: say('plan.news.reading') });
}

function takeRegion(answer: FromPlanner): void {
  if (answer.type === 'refused') {
    const { problems, more } = answer;
    plan.setState({ isReading: false, problems, more, news: say('plan.news.refused', { count: problems.length + more }) });
  } else if (answer.type === 'read') {
    endStudy();
    const { region, notes } = answer;
    const news = say('plan.news.read', { places: region.places.length, sites: region.candidates.length });
    plan.setState({
      ...emptyPlan,
      isOpen: true,
      step: 'check',
      origin: plan.getState().origin,
      read: region,
      region,
      notes,
      news,
    });
  } else if (answer.type === 'failed') plan.setState({ isReading: false, problems: [{ where: '', message: answer.message }] });
}

/** The region with what the form says of it; a study of it as it was before is over. */
export function changeRegion(region: Region): void {
  endStudy();
  plan.setState({ region, study: null, own: [], shown: null, places: {} });
}

/** Begins the study of the region as it stands. */
export async function startStudy(): Promise<void> {
  const { region } = plan.getState();
  if (region === null) return;
  endStudy();
  plan.setState({ step: 'answer', study: BEGUN, own: [], shown: null, places: {}, news: say('plan.news.started') });
  const workers = new StudyWorkers(
    (message) => {
      if (studying === workers) takeStudy(message);
    },
    (why) => failStudy(why),
  );
  studying = workers;
  workers.begin(++asked, region, await solverProgram());
}

const BEGUN: StudyRun = {
  ...{ state: 'running', step: 'screen', futures: 0, plans: [], fidelities: null },
  ...{ share: 0, left_ms: null, result: null, message: '' },
};

/** Ends a study where it is; what was judged until then stays in view. */
export function stopStudy(): void {
  const { study } = plan.getState();
  endStudy();
  if (study?.state === 'running') plan.setState({ study: { ...study, state: 'stopped' }, news: say('plan.news.stopped') });
}

function endStudy(): void {
  studying?.end();
  studying = null;
}

function failStudy(message: string): void {
  const { study } = plan.getState();
  if (study !== null) plan.setState({ study: { ...study, state: 'failed', message }, news: message });
}

function takeStudy(answer: FromPlanner): void {
  const { study } = plan.getState();
  if (study === null) return;
  if (answer.type === 'failed') failStudy(answer.message);
  else if (answer.type === 'went-on') {
    const { step, futures, plans, fidelities, share, left_ms } = answer;
    plan.setState({ study: { ...study, step, futures, plans, fidelities, share, left_ms } });
  } else if (answer.type === 'studied') {
    endStudy();
    const { study: result } = answer;
    const { futures, plans } = result;
    plan.setState({ study: { ...study, state: 'done', futures, plans, result }, news: result.answer.sentence });
    const machines = result.answer.machines ?? result.answer.impossible?.machines ?? plans[0]?.machines;
    if (machines !== undefined) showPlan({ kind: 'computed', machines });
  }
}

/** Shows a plan on the map, and asks what it comes to place by place. */
export function showPlan(shown: ShownPlan): void {
  plan.setState({ shown });
  const { region, places } = plan.getState();
  const one = shownPlan(plan.getState());
  if (region === null || one === null || keyOf(one) in places) return;
  tryPlan(region, one, true, (tried) => plan.setState(({ places: known }) => ({ places: { ...known, [keyOf(one)]: tried } })));
}

type Tried = Extract<FromPlanner, { type: 'tried' }>['tried'];

function tryPlan(region: Region, one: Plan, isQuick: boolean, then: (tried: Tried) => void): void {
  const fidelities = plan.getState().study?.fidelities ?? null;
  ask({ type: 'try', id: ++asked, region, plan: one, isQuick, fidelities }, (answer) => {
    if (answer.type === 'tried' && plan.getState().region === region) then(answer.tried);
    else if (answer.type === 'failed') plan.setState({ news: answer.message });
  });
}

/** Puts a changed plan in the place of the own plan that is shown, or begins an own plan with it; both estimates are asked for. */
export function changePlan(changed: Plan, news: string): void {
  const { region, own, shown } = plan.getState();
  if (region === null) return;
  const before = own.find(({ id }) => shown?.kind === 'own' && id === shown.id);
  const id = before?.id ?? Math.max(0, ...own.map((one) => one.id)) + 1;
  const next: OwnPlan = { id, plan: changed, revision: (before?.revision ?? 0) + 1, quick: null, simulated: null };
  plan.setState({ own: [...own.filter((one) => one.id !== id), next].sort((a, b) => a.id - b.id), news });
  plan.setState({ shown: { kind: 'own', id } });
  const keep = (estimate: Partial<OwnPlan>) =>
    plan.setState((state) => ({
      own: state.own.map((one) => (one.id === id && one.revision === next.revision ? { ...one, ...estimate } : one)),
    }));
  tryPlan(region, changed, true, (quick) => {
    keep({ quick });
    plan.setState(({ places }) => ({ places: { ...places, [keyOf(changed)]: quick } }));
  });
  tryPlan(region, changed, false, (simulated) => keep({ simulated }));
}

export function forgetPlan(id: number): void {
  const { own, shown, study } = plan.getState();
  plan.setState({ own: own.filter((one) => one.id !== id) });
  const machines = study?.result?.answer.machines ?? study?.plans[0]?.machines;
  if (shown?.kind === 'own' && shown.id === id && machines !== undefined) showPlan({ kind: 'computed', machines });
}

/** Writes a file and gives it to whoever asked. */
export function save(kind: ReportKind): void {
  const { region, study } = plan.getState();
  ask({ type: 'write', id: ++asked, kind, region, study: study?.result ?? null }, (answer) => {
    if (answer.type === 'written' && answer.file !== null) download(answer.file);
  });
}
