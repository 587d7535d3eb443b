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
import { factsOf } from './factsOf.js';
import { figures } from './figures.js';
import type { ListedScenario, RunInput, ScenarioText } from './protocol.js';
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
}

function open(file: ScenarioText, variant: string | null, inputs: readonly RunInput[]): BenchRun {
  const source = isRecord(file.text) ? recordSource(file) : { ...file, variant, seed: undefined, inputs: [] };
  const scenario = read(source.name, source.text);
  const resolved = scenario.resolve(source.variant, source.seed);
  if (resolved === null) throw new Error(`${source.name} has no variant '${source.variant}'.`);
  const given = inputs.length > 0 ? inputs.map(asInput) : source.inputs;
  const recorded = recordRun({ name: source.name, source: source.text, resolved }, { inputs: given });
  return benchRun(source.name, scenario.variants, resolved, recorded);
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
  const { scenario, source, variant, seed } = record.header;
  return { name: scenario, text: source, variant, seed, inputs };
}

function benchRun(
  name: string,
  variants: readonly { readonly name: string; readonly title: string }[],
  resolved: ResolvedScenario,
  { header, run, record }: RecordedRun,
): BenchRun {
  return {
    facts: factsOf(name, variants, resolved),
    entries: run.entries,
    get inputs() {
      return run.inputs.map(asRunInput);
    },
    get now_us() {
      return run.now_us;
    },
    runUntil: (t_us) => run.runUntil(t_us),
    windBack: (t_us) => run.windBack(t_us),
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

/** The same checks as for a record's inputs stand between the page and the run. */
function asInput({ t_us, kind, ...payload }: RunInput): Input {
  const input = inputOfEntry({ t_us, level: 3, source: 'input', kind, payload });
  if ('error' in input) throw new Error(input.error);
  return input;
}

function asRunInput(input: Input): RunInput {
  return { ...input };
}
