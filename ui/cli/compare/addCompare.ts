import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from '../Exit.js';
import { parseSeed } from '../parseSeed.js';

const EXAMPLES = `Every design runs under the same seeds, so that all meet the same people and the same chance; differences are the mean of
the pairs with a 95 % interval. A name alone is compared with each of its variants, or, with --set, with itself changed.

Examples:
  dosetwin compare stuck-dose-no-key --runs 1000                with its three variants
  dosetwin compare stuck-dose-no-key stuck-dose-no-key:key-on-site --sensitivity
  dosetwin compare routine-day --set 'people.morning.attendance=60 %' --runs 200
  dosetwin compare routine-day --set parameters.mechanism.jamShare=0.01 --json
  dosetwin compare --library                                    every scenario with its variants, in one table`;

/** `dosetwin compare`: its words and options; what it does is loaded when it is asked for. */
export function addCompare(dosetwin: Command, finish: (exit: ExitCode) => void): void {
  dosetwin
    .command('compare')
    .description('run designs under the same seeds and say how they differ, with intervals')
    .argument('[scenario...]', 'the first is what the others are compared with: names, NAME:VARIANT, or paths')
    .option('--runs <number>', 'seeds for each (default: 50; 20 with --library)', parseRuns)
    .option('--seed <number>', 'the first seed', parseSeed, 1)
    .option('--set <path=value>', 'a value of the scenario to be another; repeatable', collect)
    .addOption(
      new Option('--sensitivity [which]', 'vary one assumption at a time: those the scenario names and sets, or all')
        .choices(['named', 'all'])
        .preset('named'),
    )
    .option('--sensitivity-runs <number>', 'seeds under each value of an assumption (default: as --runs, at most 50)', parseRuns)
    .option('--library', 'every scenario of the library with each of its variants')
    .option('--workers <number>', 'worker threads', parseWorkers, Math.min(availableParallelism(), 64))
    .option('--out <folder>', 'where the report goes (with --library: docs/effects.md, unless given)')
    .option('--json', 'print one object for programs')
    .addHelpText('after', `\n${EXAMPLES}`)
    .action(async (written, options) => finish(await (await import('../commands/compare.js')).compare(written, options)));
}

function parseRuns(text: string): number {
  const runs = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (runs >= 2 && runs <= 100_000) return runs;
  throw new InvalidArgumentError('A whole number from 2 to 100000 was expected.');
}

function parseWorkers(text: string): number {
  const workers = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (workers >= 1 && workers <= 64) return workers;
  throw new InvalidArgumentError('A whole number from 1 to 64 was expected.');
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
