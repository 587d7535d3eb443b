import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from '../../tools/Benchmark.js';
import { customersPerSecond } from './customersPerSecond.js';
import { CUSTOMERS as CUSTOMERS_HERE, EXPECTED_WAIT } from './mm3.js';
import { onTheKernel } from './mm3OnTheKernel.js';

const SCRIPT = fileURLToPath(new URL('mm3.py', import.meta.url));
/** A tenth of the kernel's, since SimPy takes far longer for each. */
const CUSTOMERS = 100_000;

/** SimPy's customers a second; `null` where Python or SimPy is not there. */
function onSimPy(): number | null {
  const runs = ['/usr/bin/python3', 'python3'].map((python) =>
    spawnSync(python, [SCRIPT, String(CUSTOMERS)], { encoding: 'utf8' }),
  );
  const { status, stdout } = runs.find((run) => run.status === 0) ?? { status: 1, stdout: '' };
  if (status !== 0) return null;
  const [customers, seconds, wait] = stdout.trim().split(' ').map(Number) as [number, number, number];
  // A run of this length has a standard error of some 0.04 in its mean wait.
  if (Math.abs(wait - EXPECTED_WAIT) > 0.2) throw new Error(`SimPy's customers wait ${wait}, and ${EXPECTED_WAIT} was expected`);
  return customers / seconds;
}

export const benchmark: Benchmark = {
  name: 'M/M/3, load 0.8, on the kernel, against SimPy',
  unit: 'customers/s',
  better: 'higher',
  run() {
    const reference = onSimPy();
    let events = 0;
    const value = customersPerSecond(() => {
      const line = onTheKernel();
      events = line.events;
      return line;
    });
    const transitions = `${(events / CUSTOMERS_HERE).toFixed(2)} state transitions a customer on the kernel`;
    if (reference === null) {
      return Promise.resolve({ value, note: `SimPy is not here: Debian's python3-simpy3 has it; ${transitions}` });
    }
    return Promise.resolve({
      value,
      reference,
      referenceName: "SimPy (Debian's python3-simpy3)",
      note: `${transitions}; SimPy in processor time`,
    });
  },
};
