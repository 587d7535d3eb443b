import { CUSTOMERS, EXPECTED_WAIT, type WaitingLine } from './mm3.js';
import { secondsOf } from './secondsOf.js';

/** Customers a second of a run, whose mean wait must be that of the theory. */
export function customersPerSecond(run: () => WaitingLine): number {
  let line: WaitingLine | undefined;
  const seconds = secondsOf(() => {
    line = run();
  });
  const { mean, standardError } = (line as WaitingLine).result();
  if (Math.abs(mean - EXPECTED_WAIT) > 3 * standardError) {
    throw new Error(`a mean wait of ${mean} ± ${standardError}, and ${EXPECTED_WAIT} was expected`);
  }
  return CUSTOMERS / seconds;
}
