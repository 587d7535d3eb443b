import type { BoardLine, Conformance } from '@dosetwin/firmware-bridge';
import { BadController, EmulatedLine, parseController, runConformance, SilentBoard } from '@dosetwin/firmware-bridge';
import { LineGone, RealLine, serialProblem } from '@dosetwin/firmware-bridge/node';
import { renderConformance, renderConformanceJUnit } from '@dosetwin/reports';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { writeText } from '../runFiles.js';
import { terminal } from '../terminal.js';

export interface ConformOptions {
  readonly controller: string;
  readonly arm?: boolean;
  readonly json?: boolean;
  readonly junit?: string;
}

const ADVICE: Readonly<Record<ReturnType<typeof serialProblem>, string>> = {
  absent: 'there is no such port: is the board plugged in, and is this its name?',
  busy: 'another program has the port open (a terminal program, a modem manager, another dosetwin): close it there first.',
  forbidden: 'this user may not open the port; on Linux, members of its group may (dialout, or uucp).',
  unplugged: 'the port has gone.',
  failed: 'the port cannot be opened.',
};

/** Holds a board against each rule of PROTOCOL.md that can be tried on this line, and prints what came of it. */
export async function conform({ controller, arm, json, junit }: ConformOptions): Promise<ExitCode> {
  const { line, simulated } = await openLine(controller);
  // An emulated motor moves nothing that anybody could be harmed by.
  const armed = simulated || arm === true;
  try {
    const print = json ? () => {} : (text: string) => terminal.print(text);
    const found = await runConformance(line, { armed, onFinding: (finding) => print(renderConformance(finding)) });
    if (junit !== undefined) writeText(junit, renderConformanceJUnit(controller, found));
    if (json) terminal.printJson({ controller, armed, ...found });
    else print(`\n${closing(found)}`);
    return found.broken === 0 ? Exit.held : Exit.failed;
  } catch (error) {
    if (error instanceof SilentBoard) {
      throw new Refusal(Exit.environment, `${controller}: nobody answers there. Is the board on, at 115200 baud, as unit 1?`);
    }
    if (error instanceof LineGone) throw new Refusal(Exit.environment, `${controller}: ${error.message}.`);
    throw error;
  } finally {
    await line.close();
  }
}

async function openLine(text: string): Promise<{ line: BoardLine; simulated: boolean }> {
  const controller = parsed(text);
  try {
    if (controller.kind === 'emulated') return { line: new EmulatedLine(), simulated: true };
    if (controller.kind === 'serial') return { line: await RealLine.serial(controller.path), simulated: false };
    if (controller.kind === 'tcp') return { line: await RealLine.tcp(controller.host, controller.port), simulated: false };
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const words = controller.kind === 'tcp' ? `nobody answers there (${code ?? message}).` : ADVICE[serialProblem(message)];
    throw new Refusal(Exit.environment, `${text}: ${words}`);
  }
  throw new Refusal(Exit.badInput, `${text} has no wire; there is emulated, serial:PATH and tcp:HOST:PORT.`);
}

function parsed(text: string): ReturnType<typeof parseController> {
  try {
    return parseController(text);
  } catch (error) {
    if (error instanceof BadController) throw new Refusal(Exit.badInput, `${error.message}.`);
    throw error;
  }
}

function closing({ held, broken, notTried }: Conformance): string {
  return `${held} held, ${broken} broken, ${notTried} not tried`;
}
