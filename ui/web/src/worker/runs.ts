import { type Controllers, chooseControllers } from '@dosetwin/firmware-bridge';
import {
  formatProblems,
  type Loaded,
  loadScenario,
  problemInWords,
  RECORD_FORMAT,
  type RecordedRun,
  RecordLines,
  type ResolvedScenario,
  readRecord,
  recordRun,
} from '@dosetwin/scenarios';
import { type Input, inputOfEntry } from '@dosetwin/twin';
import type { BenchRun, BenchRuns } from './BenchRun.js';
import { RunBoards } from './board/RunBoards.js';
import { factsOf } from './factsOf.js';
import { figures } from './figures.js';
import type { ListedScenario, RunControllers, RunInput, ScenarioText } from './protocol.js';
import { verdictFacts } from './verdictFacts.js';

/** Runs of the real twin, from the same source as the command line's. */
export const runs: BenchRuns = { list, figures: () => figures({}), open };

function list({ name, text }: ScenarioText): ListedScenario {
  const { title, about, study, audience, isCheck, variants } = read(name, text);
  return {
    name,
    title,
    about: firstSentence(about),
    study,
    audience: isCheck ? [] : audience,
    variants: variants.map((one) => ({ name: one.name, title: one.title })),
  };
}

/** The list has room for one thought. */
function firstSentence(about: string): string {
  return /^[\s\S]*?[.!?](?=\s|$)/.exec(about.trim())?.[0].replaceAll('\n', ' ') ?? about;
}

function read(name: string, text: string): Extract<Loaded, { scenario: unknown }>['scenario'] {
  const loaded = loadScenario(text, name);
  if ('problems' in loaded) throw new Error(formatProblems(loaded));
  return loaded.scenario;
}

interface Source {
  readonly name: string;
  readonly text: string;
  readonly variant: string | null;
  readonly seed: number | undefined;
  readonly inputs: readonly Input[];
  /** By machine, as a record's header says it; of a scenario, nothing. */
  readonly controllers: Readonly<Record<string, string>>;
}

function open(
  file: ScenarioText,
  variant: string | null,
  inputs: readonly RunInput[],
  chosen: readonly string[] | null = null,
): BenchRun {
  const source = isRecord(file.text) ? recordSource(file) : { ...file, variant, seed: undefined, inputs: [], controllers: {} };
  const scenario = read(source.name, source.text);
  const resolved = scenario.resolve(source.variant, source.seed);
  if (resolved === null) throw new Error(`${source.name} has no variant '${source.variant}'.`);
  const given = inputs.length > 0 ? inputs.map(asInput) : source.inputs;
  const controllers = controllersOf(resolved, chosen ?? namedIn(source.controllers));
  const recordable = { name: source.name, source: source.text, resolved };
  const boards = new RunBoards(recordable, controllers);
  const recorded = recordRun(recordable, { inputs: given, controllers, watcher: boards.watcher });
  return benchRun(source.name, scenario.variants, resolved, recorded, controllers, boards);
}

function isRecord(text: string): boolean {
  return text.slice(0, 400).includes(RECORD_FORMAT);
}

/** A record is done again from the scenario and the inputs that it holds. */
function recordSource({ name, text }: ScenarioText): Source {
  const { record, problems } = readRecord(text, name);
  if (record === null) throw new Error(problems.map(problemInWords).join('\n'));
  const inputs = record.entries
    .filter((entry) => entry.source === 'input')
    .map((entry) => {
      const input = inputOfEntry(entry);
      if ('error' in input) throw new Error(`${name}: ${input.error}`);
      return input;
    });
  const { scenario, source, variant, seed, controllers } = record.header;
  return { name: scenario, text: source, variant, seed, inputs, controllers };
}

function benchRun(
  name: string,
  variants: readonly { readonly name: string; readonly title: string }[],
  resolved: ResolvedScenario,
  { header, run, record }: RecordedRun,
  controllers: Controllers,
  boards: RunBoards,
): BenchRun {
  return {
    facts: factsOf(name, variants, resolved),
    controllers: pageControllers(controllers),
    entries: run.entries,
    get inputs() {
      return run.inputs.map(asRunInput);
    },
    get now_us() {
      return run.now_us;
    },
    runUntil: (t_us) => run.runUntil(t_us),
    windBack: (t_us) => {
      if (t_us < run.now_us) boards.windBack(t_us);
      run.windBack(t_us);
    },
    board: (ask) => (ask.t_us > run.now_us ? null : boards.view(ask, run)),
    input: (inputs) => {
      for (const input of inputs) run.input(asInput(input));
    },
    verdicts: () => {
      const end = run.finished ? record().end : null;
      return end === null ? [] : verdictFacts(end.expectations, run.entries, run.length_us);
    },
    recordText: () => {
      const lines = new RecordLines();
      const { entries, end } = record();
      const text =
        lines.header(header) + entries.map((entry) => lines.entry(entry)).join('') + (end === null ? '' : lines.end(end));
      const seed = header.seed;
      return { fileName: `${[name, header.variant, seed].filter((part) => part !== null).join('-')}.jsonl`, text };
    },
  };
}

/** A record of a run with a real board can be done again with a simulated one alone, here with the model. */
function namedIn(controllers: Readonly<Record<string, string>>): string[] {
  return Object.entries(controllers).flatMap(([machine, kind]) => (kind === 'emulated' ? [`${machine}=${kind}`] : []));
}

/** A choice may have been made for a scenario with other machines: what names none of these is left out. */
function controllersOf({ spec }: ResolvedScenario, chosen: readonly string[]): Controllers {
  const machines = spec.machines.map(({ id }) => id);
  const isMeant = (text: string) => !text.includes('=') || machines.includes(text.slice(0, text.indexOf('=')));
  return chooseControllers(machines, chosen.filter(isMeant));
}

function pageControllers(controllers: Controllers): RunControllers {
  return Object.fromEntries(
    Object.entries(controllers).map(([machine, { kind }]) => [machine, kind === 'emulated' ? kind : 'model']),
  );
}

/** The same checks as for a record's inputs stand between the page and the run. */
function asInput({ t_us, kind, ...payload }: RunInput): Input {
  const input = inputOfEntry({ t_us, level: 3, source: 'input', kind, payload });
  if ('error' in input) throw new Error(input.error);
  return input;
}

function asRunInput(input: Input): RunInput {
  return { ...input };
}
