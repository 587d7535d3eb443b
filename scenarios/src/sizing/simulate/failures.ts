import { exponential } from './exponential.js';
import { keyedDraw, keyedUniform } from './keyedDraw.js';
import type { PlanModel } from './PlanModel.js';

/** Draws of failures lie above those of tickets. */
const FAILURES = 0x20000000;

/** Minutes from a machine's failure to its next, the `number`-th from 1: exponential, whatever else happens (Z4). */
export function minutesToFailure({ machineKey0, machineKey1, chances }: PlanModel, machine: number, number: number): number {
  const word = keyedDraw(machineKey0[machine] as number, machineKey1[machine] as number, FAILURES + 2 * number);
  return Math.max(1, Math.round(exponential(word) * chances.failureMinutes));
}

/** Whether a machine's `number`-th failure waits for a part. */
export function needsPart({ machineKey0, machineKey1, chances }: PlanModel, machine: number, number: number): boolean {
  const index = FAILURES + 2 * number + 1;
  return keyedUniform(machineKey0[machine] as number, machineKey1[machine] as number, index) < chances.partNeeded;
}
