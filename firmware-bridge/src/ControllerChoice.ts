/** Who stands below a machine's hinge. What runs is added here when it runs. */
export const CONTROLLER_KINDS = ['model'] as const;
export type ControllerKind = (typeof CONTROLLER_KINDS)[number];

/** `--controller [MACHINE=]KIND`: for one machine by name, or for all (`machine: null`). */
export interface ControllerChoice {
  readonly machine: string | null;
  readonly kind: ControllerKind;
}

/** Reads one `--controller` value; a kind that does not exist is an error in words. */
export function parseControllerChoice(text: string): ControllerChoice | { readonly error: string } {
  const cut = text.indexOf('=');
  const machine = cut < 0 ? null : text.slice(0, cut);
  const kind = text.slice(cut + 1);
  if (machine === '') return { error: `--controller ${text}: a machine's name was expected before '='` };
  const known = CONTROLLER_KINDS.find((one) => one === kind);
  if (!known) return { error: `--controller ${text}: there is no controller '${kind}'; there is ${CONTROLLER_KINDS.join(', ')}` };
  return { machine, kind: known };
}

/** The controller of each machine: the last choice that names it, else the last for all, else the model. */
export function controllersOf(
  machines: readonly string[],
  choices: readonly ControllerChoice[],
): { readonly [machine: string]: ControllerKind } | { readonly error: string } {
  const stray = choices.find((choice) => choice.machine !== null && !machines.includes(choice.machine));
  if (stray)
    return { error: `--controller ${stray.machine}=${stray.kind}: no machine of that name; there is ${machines.join(', ')}` };
  const chosen = (machine: string) =>
    choices.findLast((choice) => choice.machine === machine) ?? choices.findLast((choice) => choice.machine === null);
  return Object.fromEntries(machines.map((machine) => [machine, chosen(machine)?.kind ?? 'model']));
}
