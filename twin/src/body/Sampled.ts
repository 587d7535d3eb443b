/** What the last tick that sampled an input found. */
export interface Sampled {
  supplyLow: boolean;
  doorOpen: boolean;
  tampered: boolean;
  flapOpen: boolean;
  boltBack: boolean;
  beamDark: boolean;
  /** Of the cartridge whose motor is on. */
  camClosed: boolean;
  currentHigh: boolean;
}

/** As they are while nothing goes on. */
export const AT_REST: Sampled = {
  supplyLow: false,
  doorOpen: false,
  tampered: false,
  flapOpen: false,
  boltBack: false,
  beamDark: false,
  camClosed: true,
  currentHigh: false,
};
