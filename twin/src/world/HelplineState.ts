import type { HelpRoundState } from './HelpRound.js';

/** One cartridge that jammed, and what has been done about it. */
export interface Jam {
  readonly cartridge: number;
  readonly mode: string;
  /** Counts the machine's jams from 0; its draws belong to it. */
  readonly number: number;
  noticed: boolean;
  /** Whether staff have begun to find out what to do about it, where they have to. */
  lookedUp: boolean;
  triedRemotely: boolean;
  /** Freed by hand in this visit, and not yet signed. */
  freed: boolean;
  /** A part that a visit found to be needed: on order, or here and not yet fitted. */
  part: 'none' | 'on-order' | 'here';
}

/** Who is at the machine to mend it. */
export interface Visitor {
  readonly by: string;
  readonly role: string;
  readonly key_holder: boolean;
}

export interface HelplineState {
  jams: Jam[];
  seen: number;
  /** People who wait for a cartridge, the first to tell first. */
  waiting: { readonly person: string; readonly cartridge: number }[];
  linkUp: boolean;
  /** The cartridge for whose sake the collection box is in doubt, or `null`: a door must be opened, whatever else is mended. */
  boxInDoubt: number | null;
  visitor: Visitor | null;
  round: HelpRoundState;
}

export function newJam(cartridge: number, mode: string, number: number): Jam {
  const undone = { noticed: false, lookedUp: false, triedRemotely: false, freed: false } as const;
  return { cartridge, mode, number, ...undone, part: 'none' };
}

/** What a visit could mend now: neither freed already nor waiting for its part. */
export function toMend(jams: readonly Jam[]): readonly Jam[] {
  return jams.filter(({ freed, part }) => !freed && part !== 'on-order');
}

/** The state is plain data, and nothing in a checkpoint may change with what happens after it. */
export function structuredCopy(state: HelplineState): HelplineState {
  return {
    ...state,
    jams: state.jams.map((jam) => ({ ...jam })),
    waiting: state.waiting.map((one) => ({ ...one })),
    visitor: state.visitor && { ...state.visitor },
  };
}
