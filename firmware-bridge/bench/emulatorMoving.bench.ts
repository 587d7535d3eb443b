import type { Benchmark } from '../../tools/Benchmark.js';
import { PortBench } from '../src/emulator/test/PortBench.js';

const VENDS = 10;
const STATUS = [4, 0, 0x10, 0, 12];

export const benchmark: Benchmark = {
  name: 'the reference firmware while a motor turns, polled each 20 ms, on the emulated board in the kernel',
  unit: 'times real speed',
  better: 'higher',
  run: () => {
    const bench = new PortBench().boot();
    let usedMicroseconds = 0;
    for (let order = 1; order <= VENDS; order++) {
      bench.vend(order, order);
      const from = process.cpuUsage().user;
      // The motor turns for 2 s, at a tick and a conversion each millisecond.
      for (let poll = 0; poll < 90; poll++) bench.send(STATUS).run(20);
      usedMicroseconds += process.cpuUsage().user - from;
      bench.run(5_000);
    }
    return Promise.resolve({ value: (VENDS * 1.8e6) / usedMicroseconds, reference: 1, referenceName: 'a board at 16 MHz' });
  },
};
