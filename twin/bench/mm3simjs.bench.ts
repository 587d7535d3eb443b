import type { Benchmark } from '../../tools/Benchmark.js';
import { customersPerSecond } from './customersPerSecond.js';
import { CUSTOMERS, type WaitingLine } from './mm3.js';
import { onSimjs } from './mm3OnSimjs.js';
import { onTheKernel } from './mm3OnTheKernel.js';

export const benchmark: Benchmark = {
  name: 'M/M/3, load 0.8, on the kernel, against simjs',
  unit: 'customers/s',
  better: 'higher',
  run() {
    const lines: WaitingLine[] = [];
    const keeping = (run: () => WaitingLine) => () => {
      const line = run();
      lines.push(line);
      return line;
    };
    const value = customersPerSecond(keeping(onTheKernel));
    const reference = customersPerSecond(keeping(onSimjs));
    const [onKernel, inSimjs] = lines.map(({ events }) => (events / CUSTOMERS).toFixed(2));
    return Promise.resolve({
      value,
      reference,
      referenceName: 'simjs 2.0.3, with the same draws',
      note: `state transitions a customer: ${onKernel} on the kernel, ${inSimjs} in simjs`,
    });
  },
};
