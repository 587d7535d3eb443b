import type { Benchmark } from '../../tools/Benchmark.js';
import { buildSimavr, HEX } from '../src/node/simavrBoard.js';
import { runTool } from '../src/node/toolchain.js';
import { BenchBoard } from '../src/serve/BenchBoard.js';

const SECONDS = 60;

export const benchmark: Benchmark = {
  name: 'the reference firmware at rest with nobody on the wire, on the emulated board and on simavr',
  unit: 'times real speed',
  better: 'higher',
  run: () => {
    const board = new BenchBoard({ onByte: () => {} });
    const from = process.cpuUsage().user;
    board.runUntil(SECONDS * 1e6);
    const ours = SECONDS / ((process.cpuUsage().user - from) / 1e6);
    const simavr = SECONDS / (Number(runTool(buildSimavr(), [HEX, String(SECONDS * 1_000)])) / 1e6);
    return Promise.resolve({ value: ours, reference: simavr, referenceName: 'simavr' });
  },
};
