import { join } from 'node:path';
import { comparisonForTerminal, renderComparison } from '@dosetwin/reports';
import { readReportFonts } from '@dosetwin/reports/node/readReportFonts';
import { BadChange, type ComparisonStudy, type Side } from '@dosetwin/scenarios';
import { compareSides } from '@dosetwin/scenarios/node/compareSides';
import { effectsOfLibrary } from '../compare/effectsOfLibrary.js';
import { sidesOf } from '../compare/sidesOf.js';
import { WorkProgress } from '../compare/WorkProgress.js';
import { Exit, type ExitCode } from '../Exit.js';
import { problemsInWords } from '../openScenario.js';
import { Refusal } from '../Refusal.js';
import { writeText } from '../runFiles.js';
import { StopSignal } from '../StopSignal.js';
import { terminal } from '../terminal.js';

export interface CompareCommandOptions {
  readonly runs?: number;
  readonly seed: number;
  readonly set?: readonly string[];
  readonly sensitivity?: 'named' | 'all';
  readonly sensitivityRuns?: number;
  readonly library?: boolean;
  readonly workers: number;
  readonly out?: string;
  readonly json?: boolean;
}

const RUNS = 50;
const SENSITIVITY_RUNS = 50;

/** Runs designs under the same seeds, prints how they differ, and writes the page of it. */
export async function compare(written: readonly string[], options: CompareCommandOptions): Promise<ExitCode> {
  if (options.library === true) return effectsOfLibrary(written, options);
  const sides = sidesOf(written, options.set ?? []);
  const { study, isStopped } = await studyOf(sides, options);
  if (study.seeds.done === 0) return tellNothing(options);
  const report = join(options.out ?? 'runs', `${fileNameOf(sides)}.html`);
  writeText(report, renderComparison(study, readReportFonts()));
  if (options.json) terminal.printJson({ ...study, report });
  else {
    terminal.print(comparisonForTerminal(study).trimEnd());
    terminal.print(`\ndigest ${study.digest}`);
    terminal.tell(`The report is ${report}`);
  }
  if (isStopped) terminal.tell(`Stopped: ${study.seeds.done} of ${study.seeds.asked} seeds were done, and count above.`);
  return isStopped ? Exit.stopped : Exit.held;
}

async function studyOf(
  sides: readonly Side[],
  options: CompareCommandOptions,
): Promise<{ readonly study: ComparisonStudy; readonly isStopped: boolean }> {
  const { seed, workers, runs = RUNS, sensitivity } = options;
  const stop = new StopSignal();
  const progress = new WorkProgress();
  try {
    const study = await compareSides({
      sides,
      firstSeed: seed,
      runs,
      workers,
      ...(sensitivity && {
        sensitivity: { runs: options.sensitivityRuns ?? Math.min(runs, SENSITIVITY_RUNS), all: sensitivity === 'all' },
      }),
      isStopped: () => stop.isGiven,
      onProgress: (done, all) => progress.show(done, all),
    });
    if ('problems' in study) throw new Refusal(Exit.badInput, problemsInWords(study), { ...study });
    return { study, isStopped: stop.isGiven };
  } catch (error) {
    if (error instanceof BadChange) throw new Refusal(Exit.badInput, `${error.message}.`);
    throw error;
  } finally {
    progress.clear();
    stop.release();
  }
}

function tellNothing({ json }: CompareCommandOptions): ExitCode {
  terminal.tell('Stopped before a single seed was done.');
  if (json) terminal.printJson({ seeds: { done: 0 } });
  return Exit.stopped;
}

/** `stuck-dose-no-key-against-key-on-site`: letters that every disk takes. */
function fileNameOf(sides: readonly Side[]): string {
  const plain = (name: string) =>
    name
      .replace(/^.*[\\/]/, '')
      .replace(/\.ya?ml/, '')
      .replace(/[^A-Za-z0-9]+/g, '-');
  const [first = '', ...others] = sides.map(({ name }) => plain(name));
  const rest = others.length === 1 ? others.map((name) => name.replace(`${first}-`, '')) : [`${others.length}-others`];
  return `compare-${first}-${rest.join('-')}`.slice(0, 120);
}
