import { createInterface, type Interface } from 'node:readline';
import type { Prompt, PromptCount } from '@dosetwin/firmware-bridge';
import { terminal } from '../terminal.js';
import type { Operator, OperatorEvents } from './Operator.js';

const COUNT = /^\s*(\d{1,3})[\s,]+(\d{1,3})\s*$/;

/** Prompts on stderr, one after the other; Enter says that it is done, two numbers say what was counted. */
export class PersonAtTerminal implements Operator {
  readonly #events: OperatorEvents;
  readonly #lines: Interface;
  #waiting: Prompt[] = [];

  constructor(events: OperatorEvents) {
    this.#events = events;
    this.#lines = createInterface({ input: process.stdin });
    this.#lines.on('line', (line) => this.#take(line));
    this.#lines.on('close', () => events.gone('standard input has ended, and nobody can answer a prompt'));
  }

  ask(prompt: Prompt): void {
    this.#waiting.push(prompt);
    if (this.#waiting.length === 1) this.#show(prompt);
  }

  answered(number: number): void {
    const [first] = this.#waiting;
    this.#waiting = this.#waiting.filter((prompt) => prompt.number !== number);
    const [next] = this.#waiting;
    if (next !== undefined && next !== first) this.#show(next);
  }

  close(): void {
    this.#lines.removeAllListeners();
    this.#lines.close();
  }

  #show({ number, machine, says, wantsCount }: Prompt): void {
    const then = wantsCount
      ? 'Then type how many packages are on its coil and how many of its packages are in the reject bin, such as 13 1:'
      : 'Then press Enter.';
    terminal.tell(`[${number}] At ${machine}: ${says}. ${then}`);
  }

  #take(line: string): void {
    const [first] = this.#waiting;
    if (first === undefined) return;
    const count = countOf(line);
    if (!this.#events.answer(first.number, count)) terminal.tell(`[${first.number}] Two numbers were expected, such as 13 1.`);
  }
}

function countOf(line: string): PromptCount | null {
  const found = COUNT.exec(line);
  return found === null ? null : { onCoil: Number(found[1]), rejected: Number(found[2]) };
}
