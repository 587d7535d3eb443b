import type { FaultCause, Hand } from '@dosetwin/twin';

/** What the operator of a real machine is asked to do at it. */
export type PromptAct =
  /** Before the run: how many packages each cartridge is to hold; index 0 is cartridge 1. */
  | { readonly name: 'fill'; readonly packages: readonly number[] }
  | Hand
  | { readonly name: 'fault'; readonly cause: FaultCause; readonly cartridge: number };

/** One request to the operator. */
export interface Prompt {
  /** From 1, in the order in which they were raised. */
  readonly number: number;
  readonly machine: string;
  readonly act: PromptAct;
  /** What to do, for people. */
  readonly says: string;
  /** Whether the answer carries a count. */
  readonly wantsCount: boolean;
  /** Whether the run's time waits for the answer; else it goes on at the wall's pace. */
  readonly standsStill: boolean;
}

/** What two people find when they look into the open machine, in packages. */
export interface PromptCount {
  readonly onCoil: number;
  /** In the reject bin from this cartridge, since the start of the run. */
  readonly rejected: number;
}
