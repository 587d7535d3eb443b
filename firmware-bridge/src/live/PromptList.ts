import type { Prompt, PromptAct, PromptCount } from './Prompt.js';
import { promptWords } from './promptWords.js';

interface Waiting {
  readonly prompt: Prompt;
  readonly done: (count: PromptCount | null) => void;
}

/** Prompts of a run that wait for the operator, the oldest first; several machines share one operator. */
export class PromptList {
  readonly #onRaised: (prompt: Prompt) => void;
  #waiting: Waiting[] = [];
  #raised = 0;

  constructor(onRaised: (prompt: Prompt) => void) {
    this.#onRaised = onRaised;
  }

  get waiting(): readonly Prompt[] {
    return this.#waiting.map(({ prompt }) => prompt);
  }

  /** Whether one waits that the run's time waits for. */
  get standsStill(): boolean {
    return this.#waiting.some(({ prompt }) => prompt.standsStill);
  }

  raise(machine: string, act: PromptAct, done: (count: PromptCount | null) => void): void {
    this.#raised += 1;
    const prompt: Prompt = {
      number: this.#raised,
      machine,
      act,
      says: promptWords(act),
      wantsCount: act.name === 'free' || act.name === 'unload',
      standsStill: !GOES_ON.includes(act.name),
    };
    this.#waiting.push({ prompt, done });
    this.#onRaised(prompt);
  }

  /** The operator has done it; whether a prompt of that number waited, and the answer carries what it asks for. */
  answer(number: number, count: PromptCount | null): boolean {
    const found = this.#waiting.find(({ prompt }) => prompt.number === number);
    if (found === undefined || (found.prompt.wantsCount && count === null)) return false;
    this.#waiting = this.#waiting.filter((one) => one !== found);
    found.done(count);
    return true;
  }
}

/**
 * The board's own sensors tell of these, and people's patience with them is part of the run. What the host is told by words alone (what
 * was loaded, what was counted), or what must be so before the next motion (a fault), time waits for.
 */
const GOES_ON: readonly PromptAct['name'][] = ['open-door', 'close-door', 'take'];
