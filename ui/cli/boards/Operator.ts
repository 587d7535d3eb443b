import type { Prompt, PromptCount } from '@dosetwin/firmware-bridge';

/** Whoever stands at the machine, a person or a program, and does what is asked. */
export interface Operator {
  /** Takes one more request. */
  ask(prompt: Prompt): void;
  /** It was answered, and nobody need think of it any more. */
  answered(number: number): void;
  close(): void;
}

export interface OperatorEvents {
  /** Whether a prompt of that number waited, and the answer carries what it asks for. */
  answer(number: number, count: PromptCount | null): boolean;
  /** Nobody answers any more; `says` is for people. */
  gone(says: string): void;
}
