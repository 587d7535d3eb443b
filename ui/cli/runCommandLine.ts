import { CommanderError } from 'commander';
import { Exit, type ExitCode } from './Exit.js';
import { helpRefusal } from './helpRefusal.js';
import { missingPackage } from './missingPackage.js';
import { plainUsageError } from './plainUsageError.js';
import { program } from './program.js';
import { Refusal } from './Refusal.js';
import { allowClosedPipes, terminal } from './terminal.js';

/** Runs `dosetwin` with these words and says how it went. Whatever goes wrong is told here, and only here. */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  allowClosedPipes();
  let exit: ExitCode = Exit.held;
  const commandLine = program((code) => {
    exit = code;
  });
  try {
    const refused = await helpRefusal(words, commandLine);
    if (refused !== null) throw new Refusal(Exit.badInput, refused);
    await commandLine.parseAsync([...words], { from: 'user' });
    return exit;
  } catch (error) {
    return explain(error, words.includes('--json'));
  }
}

function explain(error: unknown, asJson: boolean): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version that were asked for end a command this way too.
    if (error.exitCode === 0) return Exit.held;
    if (asJson) printError(Exit.badInput, plainUsageError(error.message), {});
    return Exit.badInput;
  }
  if (error instanceof Refusal) return refuse(error, asJson);
  const missing = missingPackage(error);
  if (missing !== null) {
    return refuse(
      new Refusal(Exit.environment, `The package ${missing} is not installed here: run npm ci, then try again.`),
      asJson,
    );
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.tell(`This is a fault of dosetwin, not of what you gave it. Please report it with these lines:\n${stack}`);
  if (asJson) printError(Exit.fault, error instanceof Error ? error.message : String(error), {});
  return Exit.fault;
}

function refuse({ exit, message, details }: Refusal, asJson: boolean): ExitCode {
  terminal.tell(message);
  if (asJson) printError(exit, message, details);
  return exit;
}

function printError(exit: ExitCode, message: string, details: Readonly<Record<string, unknown>>): void {
  terminal.printJson({ error: { exit, message, ...details } });
}
