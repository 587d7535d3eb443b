import type { Benchmark } from '../../tools/Benchmark.js';
import { PortBench } from '../src/emulator/test/PortBench.js';

const POLLS = 600;
/** Function 4, twelve registers from 0x10: what a host polls. */
const STATUS = [4, 0, 0x10, 0, 12];

export const benchmark: Benchmark = {
  name: 'the reference firmware at rest, polled each second, on the emulated board in the kernel',
  unit: 'times real speed',
  better: 'higher',
  run: () => {
    const bench = new PortBench().boot();
    const from = process.cpuUsage().user;
    for (let poll = 0; poll < POLLS; poll++) bench.send(STATUS).run(1_000);
    const seconds = (process.cpuUsage().user - from) / 1e6;
    return Promise.resolve({ value: POLLS / seconds, reference: 1, referenceName: 'a board at 16 MHz' });
  },
};
