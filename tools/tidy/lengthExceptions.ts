/** A file that may be longer, or hold a longer function, than the rule `lengths` allows, and why. */
export interface LengthException {
  readonly path: string;
  readonly reason: string;
}

export const LENGTH_EXCEPTIONS: readonly LengthException[] = [
  {
    path: 'firmware-bridge/src/emulator/runInstructions.ts',
    reason: 'one switch over the instructions of a processor: a call for each would cost what it saves',
  },
  {
    path: 'scenarios/bench/failuresByHand.ts',
    reason: 'what a fidelity is measured against: one loop, whose calls would be part of the measurement',
  },
  {
    path: 'scenarios/bench/machinesByHand.ts',
    reason: 'what a fidelity is measured against: one loop, whose calls would be part of the measurement',
  },
];
