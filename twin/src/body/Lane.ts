import type { FaultCause } from '../spec/WorldSpec.js';

/**
 * One cartridge's lane, as physics has it: its coil, the packages on it, what is wrong with it, and an exact account of
 * every package that was ever loaded. All of it plain data.
 */
export interface Lane {
  // The account: loaded = onCoil + falling + inBox + taken + rejected, at every instant.
  loaded: number;
  onCoil: number;
  falling: number;
  inBox: number;
  taken: number;
  rejected: number;

  /** Angle since the load, at rest; while the motor runs, where this run began. */
  coil_mdeg: number;
  camClosed: boolean;
  /** Where the next package leaves the coil. */
  release_mdeg: number;

  /** Whether the shaft turns the coil: `slipping` and `bound` stop it at `stop_mdeg`, `uncoupled` never moves it. */
  grip: 'firm' | 'bound' | 'slipping' | 'uncoupled';
  stop_mdeg: number;
  /** What hangs over the coil's end, and whether shaking may free it; `next`: the next package to arrive will hang. */
  hang: 'no' | 'next' | 'hangs';
  forGood: boolean;
  /** Further half turns tried since it hung. */
  shakes: number;
  /** The scenario says that the next further half turn frees it. */
  yields: boolean;
  /** The next pitch holds two packages. */
  double: boolean;
  /** Causes that a scenario gave, each taking hold at a motion of a sound lane. */
  scheduled: FaultCause[];
}

/** Where every package of a cartridge is. `falling` is 0 whenever nothing moves. */
export interface LaneTruth {
  readonly loaded: number;
  readonly onCoil: number;
  readonly falling: number;
  readonly inBox: number;
  readonly taken: number;
  readonly rejected: number;
}

export function newLane(packages: number, release_mdeg: number): Lane {
  return {
    loaded: packages,
    onCoil: packages,
    falling: 0,
    inBox: 0,
    taken: 0,
    rejected: 0,
    coil_mdeg: 0,
    camClosed: true,
    release_mdeg,
    ...SOUND,
    scheduled: [],
  };
}

const SOUND = {
  grip: 'firm',
  stop_mdeg: 0,
  hang: 'no',
  forGood: false,
  shakes: 0,
  yields: false,
  double: false,
} as const satisfies Partial<Lane>;

/** Nothing is wrong with it, and nothing is about to be. */
export function isSound(lane: Lane): boolean {
  return lane.grip === 'firm' && lane.hang === 'no' && !lane.double;
}

export function makeSound(lane: Lane): void {
  Object.assign(lane, SOUND);
}

export function truthOf(lane: Lane): LaneTruth {
  const { loaded, onCoil, falling, inBox, taken, rejected } = lane;
  return { loaded, onCoil, falling, inBox, taken, rejected };
}

export function isBalanced(truth: LaneTruth): boolean {
  return truth.loaded === truth.onCoil + truth.falling + truth.inBox + truth.taken + truth.rejected;
}
