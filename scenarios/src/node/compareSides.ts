import { assumptionsOf } from '../compare/assumptionsOf.js';
import { type ComparedMeasure, compareOutcomes, leadingMeasure, outcomesDigest } from '../compare/Comparison.js';
import type { ComparisonStudy, Contrast, Sensitivity, StudySide } from '../compare/ComparisonStudy.js';
import { readSide, type Side } from '../compare/Side.js';
import type { Problems } from '../format/Problem.js';
import type { Assumption, ResolvedScenario, Scenario } from '../format/Scenario.js';
import type { Outcomes } from '../measures/outcome/Outcomes.js';
import { parametersSet } from '../record/parametersSet.js';
import { runVersions } from '../run/runVersions.js';
import { MeasurePool } from './MeasurePool.js';

export interface CompareOptions {
  /** The first is what the others are compared with. */
  readonly sides: readonly Side[];
  readonly firstSeed: number;
  readonly runs: number;
  readonly workers: number;
  /** Seeds under each value of an assumption, and which assumptions; left out: no sensitivity. */
  readonly sensitivity?: { readonly runs: number; readonly all: boolean };
  /** Threads that are there already, and stay; its own, unless given. */
  readonly pool?: MeasurePool;
  readonly isStopped?: () => boolean;
  readonly onProgress?: (done: number, all: number) => void;
}

interface OpenSide {
  readonly side: Side;
  readonly scenario: Scenario;
  readonly resolved: ResolvedScenario;
}

/** Runs all sides under the same seeds and compares each with the first. A side that does not load gives its problems. */
export function compareSides(options: CompareOptions): Promise<ComparisonStudy | Problems> {
  const open: OpenSide[] = [];
  for (const side of options.sides) {
    const read = readSide(side);
    if ('problems' in read) return Promise.resolve(read);
    open.push({ side, scenario: read.scenario, resolved: read.resolve(options.firstSeed) });
  }
  const assumptions = assumptionsFor(open, options.sensitivity);
  const changed = sidesUnder(open, assumptions);
  for (const side of changed) {
    const read = readSide(side);
    if ('problems' in read) return Promise.resolve(read);
  }
  return run(open, assumptions, changed, options);
}

function assumptionsFor([first]: readonly OpenSide[], sensitivity: CompareOptions['sensitivity']): readonly Assumption[] {
  return first === undefined || sensitivity === undefined
    ? []
    : assumptionsOf(first.scenario, first.resolved.spec, sensitivity.all);
}

/** Every side under the least and the most of each assumption, in that order; a side of another file keeps its own. */
function sidesUnder(open: readonly OpenSide[], assumptions: readonly Assumption[]): readonly Side[] {
  const text = open[0]?.side.text;
  return assumptions.flatMap(({ set, low, high }) =>
    [low, high].flatMap((value) =>
      open.map(({ side }) => (side.text === text ? { ...side, changes: [...side.changes, { path: set, value }] } : side)),
    ),
  );
}

async function run(
  open: readonly OpenSide[],
  assumptions: readonly Assumption[],
  changed: readonly Side[],
  { firstSeed, runs, workers, sensitivity, pool: given, isStopped = () => false, onProgress = () => {} }: CompareOptions,
): Promise<ComparisonStudy> {
  const seedsOf = (count: number) => Array.from({ length: count }, (_, i) => firstSeed + i);
  const sensitivityRuns = sensitivity === undefined ? 0 : sensitivity.runs;
  const all = open.length * runs + changed.length * sensitivityRuns;
  const pool = given ?? new MeasurePool(workers);
  try {
    const measured = await pool.measure({
      sides: open.map(({ side }) => side),
      seeds: seedsOf(runs),
      isStopped,
      onProgress: (done) => onProgress(done, all),
    });
    const before = open.length * runs;
    const under = await pool.measure({
      sides: changed,
      seeds: isStopped() ? [] : seedsOf(sensitivityRuns),
      isStopped,
      onProgress: (done) => onProgress(before + done, all),
    });
    const lookAt = open[0]?.resolved.lookAt ?? [];
    const contrasts = contrastsOf(measured.outcomes, lookAt);
    return {
      sides: open.map(sideFacts),
      seeds: { first: firstSeed, asked: runs, done: measured.seeds.length },
      lookAt,
      contrasts,
      sensitivity: under.seeds.length === 0 ? null : sensitivityOf(assumptions, contrasts, under.outcomes, under.seeds.length),
      digest: outcomesDigest([...measured.outcomes], measured.seeds),
      versions: runVersions,
    };
  } finally {
    if (given === undefined) await pool.close();
  }
}

function contrastsOf([first = [], ...others]: readonly (readonly Outcomes[])[], lookAt: readonly string[]): readonly Contrast[] {
  return others.map((outcomes, place) => {
    const measures = compareOutcomes(first, outcomes);
    return { side: place + 1, measures, leading: leadingMeasure(measures, lookAt)?.name ?? null };
  });
}

function sensitivityOf(
  assumptions: readonly Assumption[],
  contrasts: readonly Contrast[],
  outcomes: readonly (readonly Outcomes[])[],
  runs: number,
): Sensitivity {
  const sides = contrasts.length + 1;
  const effect = (place: number, { side, leading }: Contrast): ComparedMeasure | null => {
    const compared = compareOutcomes(outcomes[place * sides] ?? [], outcomes[place * sides + side] ?? []);
    return compared.find(({ name }) => name === leading) ?? null;
  };
  return {
    runs,
    rows: assumptions.map((assumption, i) => ({
      assumption,
      effects: contrasts.map((contrast) => ({ low: effect(2 * i, contrast), high: effect(2 * i + 1, contrast) })),
    })),
  };
}

function sideFacts({ side, resolved }: OpenSide): StudySide {
  const { name, changes } = side;
  const { title, about, study, isImported, spec } = resolved;
  return { name, title, about, study, isImported, changes, parameters: parametersSet(spec) };
}
