import { CUSTOMERS, EXPECTED_WAIT, type WaitingLine } from './mm3.js';

/** Customers a second of processor time of a run, whose mean wait must be that of the theory. */
export function customersPerSecond(run: () => WaitingLine): number {
  const before = process.cpuUsage();
  const line = run();
  const { user, system } = process.cpuUsage(before);
  const { mean, standardError } = line.result();
  if (Math.abs(mean - EXPECTED_WAIT) > 3 * standardError) {
    throw new Error(`a mean wait of ${mean} ± ${standardError}, and ${EXPECTED_WAIT} was expected`);
  }
  return (CUSTOMERS * 1_000_000) / (user + system);
}
