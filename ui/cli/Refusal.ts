import type { ExitCode } from './Exit.js';

/** Why a command does not do what was asked, in words for whoever asked. It ends the command, without a stack. */
export class Refusal extends Error {
  /** `details` are added to the object that `--json` prints. */
  constructor(
    readonly exit: ExitCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
