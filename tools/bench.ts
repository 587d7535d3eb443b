/** `npm run bench [-- --json] [-- --rounds N] [-- WORD…]`: every benchmark, or those whose path holds one of the words. */

import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Benchmark } from './Benchmark.js';
import { ROOMS } from './rooms.js';
import { ROOT } from './root.js';
import { type Summary, summarise } from './summarise.js';

const USAGE = `npm run bench -- [--json] [--rounds <n>] [word...]

Runs every benchmark, or those whose path holds one of the words: a warm-up, then n rounds (default 7); prints the median
with the smallest and the largest. --json prints one object for machines.

Examples:
  npm run bench -- seek
  npm run bench -- --rounds 3 tables mm3
  npm run bench -- --json`;

const { values, positionals } = readArguments();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds takes a whole number from 1, not '${values.rounds}'`);
  process.exit(2);
}

const machine = {
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
  node: process.version,
};
if (!values.json) {
  const { cpu, cores, memoryGiB, platform, node } = machine;
  console.log(`${cpu}, ${cores} cores, ${memoryGiB} GiB, ${platform}, Node ${node}; ${rounds} rounds after a warm-up\n`);
}

interface Result extends Omit<Benchmark, 'run'>, Summary {
  readonly path: string;
  readonly rounds: number;
}

const results: Result[] = [];
for (const path of benchmarkFiles()) {
  const { benchmark } = (await import(pathToFileURL(`${ROOT}/${path}`).href)) as { benchmark: Benchmark };
  await benchmark.run();
  const measurements = [];
  for (let round = 0; round < rounds; round++) measurements.push(await benchmark.run());
  const { name, unit, better } = benchmark;
  const result: Result = { name, path, unit, better, rounds, ...summarise(measurements) };
  results.push(result);
  if (!values.json) print(result, measurements.at(-1)?.note);
}
if (values.json) console.log(JSON.stringify({ machine, results }, null, 2));
else if (results.length === 0) console.log('no benchmark matches');

function benchmarkFiles(): string[] {
  const folders = ROOMS.map((room) => `${room}/bench`).filter((folder) => existsSync(`${ROOT}/${folder}`));
  const paths = folders.flatMap((folder) => readdirSync(`${ROOT}/${folder}`).map((file) => `${folder}/${file}`));
  const benchmarks = paths.filter((path) => path.endsWith('.bench.ts')).sort();
  return positionals.length === 0 ? benchmarks : benchmarks.filter((path) => positionals.some((word) => path.includes(word)));
}

function print({ name, unit, better, median, min, max, reference }: Result, note?: string) {
  console.log(`${name}  (${better} is better)`);
  console.log(`  median ${figure(median)} ${unit}, from ${figure(min)} to ${figure(max)}`);
  if (reference) {
    console.log(`  ${figure(reference.ratio)} times ${reference.name} (${figure(reference.median)} ${unit}) in the same rounds`);
  }
  if (note) console.log(`  ${note}`);
}

/** Four significant digits. */
function figure(value: number): string {
  return Number(value.toPrecision(4)).toLocaleString('en', { maximumSignificantDigits: 4 });
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '7' },
        help: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}
