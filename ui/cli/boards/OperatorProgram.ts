import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Prompt } from '@dosetwin/firmware-bridge';
import { z } from 'zod';
import { terminal } from '../terminal.js';
import type { Operator, OperatorEvents } from './Operator.js';

/** A line that the program writes: which prompt is done, and what was counted where it asks for that. */
const answerSchema = z.strictObject({
  done: z.int().min(1),
  onCoil: z.int().min(0).max(999).optional(),
  rejected: z.int().min(0).max(999).optional(),
});

/** A program at the machine: prompts go to its standard input, a JSON object a line, and its answers come the same way. */
export class OperatorProgram implements Operator {
  readonly #child: ChildProcess;
  readonly #events: OperatorEvents;

  /** @param command as a shell reads it */
  constructor(command: string, events: OperatorEvents) {
    this.#events = events;
    this.#child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.on('error', (error) => events.gone(`the operator's program cannot be started: ${error.message}`));
    this.#child.on('exit', () => events.gone("the operator's program has ended"));
    // It may close its end before it ends; that it ended is said once, above.
    this.#child.stdin?.on('error', () => {});
    if (this.#child.stdout !== null) createInterface({ input: this.#child.stdout }).on('line', (line) => this.#take(line));
  }

  ask(prompt: Prompt): void {
    terminal.tell(`[${prompt.number}] At ${prompt.machine}, asked of the operator's program: ${prompt.says}.`);
    this.#child.stdin?.write(`${JSON.stringify(prompt)}\n`);
  }

  answered(): void {}

  close(): void {
    this.#child.removeAllListeners();
    this.#child.stdin?.end();
    this.#child.kill();
    // What the shell started may live on for a moment, with our end of its pipes: nobody waits for that.
    this.#child.stdout?.destroy();
    this.#child.unref();
  }

  #take(line: string): void {
    const answer = answerSchema.safeParse(jsonOf(line));
    if (!answer.success) return terminal.tell(`The operator's program wrote a line that is no answer: ${line.slice(0, 100)}`);
    const { done, onCoil, rejected } = answer.data;
    const count = onCoil === undefined || rejected === undefined ? null : { onCoil, rejected };
    if (!this.#events.answer(done, count))
      terminal.tell(`The operator's program answered ${done}: no such prompt waits, or its count is missing.`);
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
