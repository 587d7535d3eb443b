import { nearName } from '../profile/nearName.js';
import { BadController, type Controller, parseController } from './Controller.js';

/** The controller of each machine, by its name. */
export type Controllers = Readonly<Record<string, Controller>>;

/**
 * Reads `[MACHINE=]CONTROLLER`, any number of them, for these machines: the last that names a machine counts, else the last
 * that names none, else the model. @throws BadController when one cannot be read or names no machine of these
 */
export function chooseControllers(machines: readonly string[], written: readonly string[]): Controllers {
  const choices = written.map((text) => readChoice(text, machines));
  const chosen = (machine: string) =>
    choices.findLast((choice) => choice.machine === machine) ?? choices.findLast((choice) => choice.machine === null);
  return Object.fromEntries(machines.map((machine) => [machine, chosen(machine)?.controller ?? { kind: 'model' }]));
}

function machineAdvice(machine: string, machines: readonly string[]): string {
  // Of a letter or two any other is near.
  const near = machine.length < 3 ? null : nearName(machine, machines);
  return near === null ? `there is ${machines.join(', ')}` : `did you mean ${near}?`;
}

interface Choice {
  readonly machine: string | null;
  readonly controller: Controller;
}

/** A path may hold '=' too, so the machine stands before the first one only if what comes before it is no controller. */
function readChoice(text: string, machines: readonly string[]): Choice {
  const cut = /^(serial|tcp|profile):/.test(text) ? -1 : text.indexOf('=');
  const machine = cut < 0 ? null : text.slice(0, cut);
  if (machine === '') throw new BadController(`--controller ${text}: a machine's name was expected before '='`);
  if (machine !== null && !machines.includes(machine))
    throw new BadController(`--controller ${text}: no machine of that name; ${machineAdvice(machine, machines)}`);
  try {
    return { machine, controller: parseController(text.slice(cut + 1)) };
  } catch (error) {
    if (error instanceof BadController) throw new BadController(`--controller ${text}: ${error.message}`);
    throw error;
  }
}
