import { LiveTime, type PromptCount, PromptList } from '@dosetwin/firmware-bridge';
import type { LiveBoards } from '../live/LiveBoards.js';

export interface PaperBoards extends LiveBoards {
  readonly counts: readonly (PromptCount | null)[];
  raise(act: 'free' | 'take'): void;
  plug(isIn: boolean): void;
  fail(says: string): void;
  /** From now on its motors may not be armed. */
  refuseArming(says: string): void;
  /** From now on what is counted cannot be written down. */
  loseLedger(): void;
}

/** A real board's bench without a board: what is armed goes to `moves`, and the test says what happens at it. */
export function paperBoards(moves: string[]): PaperBoards {
  const machine = 'harbour-house-1';
  const prompts = new PromptList(() => {});
  const counts: (PromptCount | null)[] = [];
  let [isArmed, answers, failure]: [boolean, boolean, string | null] = [false, true, null];
  let [armRefusal, hasLedger]: [string | null, boolean] = [null, true];
  const armed = (to: boolean) => {
    isArmed = to;
    moves.push(to ? 'arm' : 'disarm');
  };
  return {
    time: new LiveTime(() => Math.floor(performance.now() * 1_000)),
    counts,
    leapEnd_us: Number.POSITIVE_INFINITY,
    get wantsRealTime() {
      return prompts.waiting.length > 0;
    },
    get standsStill() {
      return prompts.standsStill;
    },
    get failure() {
      return failure;
    },
    get isArmed() {
      return isArmed;
    },
    get armRefusal() {
      return armRefusal;
    },
    get seen() {
      return [{ machine, port: 'serial:/dev/ttyPAPER', answers }];
    },
    get prompts() {
      return prompts.waiting;
    },
    arm: () => armed(true),
    disarm: () => armed(false),
    answer: (number, count) => {
      if (!hasLedger) throw new Error('the ledger cannot be written');
      return prompts.answer(number, count);
    },
    raise: (name) =>
      prompts.raise(machine, name === 'free' ? { name, cartridge: 3 } : { name }, (count) => {
        counts.push(count);
      }),
    plug: (isIn) => {
      answers = isIn;
    },
    fail: (says) => {
      failure = says;
    },
    refuseArming: (says) => {
      armRefusal = says;
    },
    loseLedger: () => {
      hasLedger = false;
    },
  };
}
