import { keyedUniform } from './keyedDraw.js';
import type { PlanModel } from './PlanModel.js';

/** Draws of rounds lie above those of tickets and failures. */
const ROUNDS = 0x40000000;

/** Whether the round of a machine's restocking on a day comes (Z4: by machine and day, whatever else happens). */
export function roundComes({ machineKey0, machineKey1, chances }: PlanModel, machine: number, day: number): boolean {
  return keyedUniform(machineKey0[machine] as number, machineKey1[machine] as number, ROUNDS + day) >= chances.roundFails;
}
