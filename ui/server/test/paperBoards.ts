import { LiveTime, type PromptCount, PromptList } from '@dosetwin/firmware-bridge';
import type { LiveBoards } from '../live/LiveBoards.js';

export interface PaperBoards extends LiveBoards {
  readonly counts: readonly (PromptCount | null)[];
  raise(act: 'free' | 'take'): void;
  plug(isIn: boolean): void;
  fail(says: string): void;
}

/** A real board's bench without a board: what is armed goes to `moves`, and the test says what happens at it. */
export function paperBoards(moves: string[]): PaperBoards {
  const machine = 'harbour-house-1';
  const prompts = new PromptList(() => {});
  const counts: (PromptCount | null)[] = [];
  let [isArmed, answers, failure]: [boolean, boolean, string | null] = [false, true, null];
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
    get seen() {
      return [{ machine, port: 'serial:/dev/ttyPAPER', answers }];
    },
    get prompts() {
      return prompts.waiting;
    },
    arm: () => armed(true),
    disarm: () => armed(false),
    answer: (number, count) => prompts.answer(number, count),
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
  };
}
