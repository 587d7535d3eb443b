import { mechanismParameters } from '../body/mechanism.parameters.js';
import type { Payload, TraceEntry } from '../kernel/trace.js';
import { MOST_CARTRIDGES } from '../spec/cartridgeAddress.js';
import { FAULT_CAUSES, type FaultCause } from '../spec/WorldSpec.js';

/** What a person's hands can do to a machine from outside the model. */
export const HAND_NAMES = [
  'open-door',
  'close-door',
  'take',
  'free',
  'load',
  'unload',
  'clean-beam',
  'free-flap',
  'empty-box',
] as const;
export type HandName = (typeof HAND_NAMES)[number];
/** The others are for the whole machine, and their cartridge says nothing. */
export const HANDS_ON_A_CARTRIDGE: readonly HandName[] = ['free', 'load', 'unload'];

/** Who did it: an engineer at the bench, a trainer, a person in a drill. Part of the record, never a name. */
export const INPUT_ROLES = ['engineer', 'planner', 'trainer', 'site-staff', 'nurse', 'pharmacist', 'technician'] as const;
export type InputRole = (typeof INPUT_ROLES)[number];

/** Something from outside, at an instant (SPEC K6). Records hold it as an entry of the source `input`. */
export type Input = { readonly t_us: number; readonly role: InputRole } & (
  | {
      readonly kind: 'hand';
      readonly machine: string;
      readonly hand: HandName;
      readonly cartridge: number;
      readonly packages: number;
    }
  | { readonly kind: 'fault'; readonly machine: string; readonly cause: FaultCause; readonly cartridge: number }
  | { readonly kind: 'network'; readonly machine: string; readonly up: boolean }
  | { readonly kind: 'cold-hands'; readonly person: string; readonly cold: boolean }
  /** Somebody with a key is at the door now: opens it, frees what is stuck, counts with a second person, shuts it. */
  | { readonly kind: 'key-on-site'; readonly machine: string; readonly by: string }
  | { readonly kind: 'sign-override'; readonly machine: string; readonly by: string }
  | {
      readonly kind: 'count';
      readonly machine: string;
      readonly cartridge: number;
      readonly first: string;
      readonly second: string;
    }
);

/** What an input leaves in the trace. */
export function inputPayload(input: Input): Payload {
  const { t_us: _, kind: __, ...payload } = input;
  return payload;
}

const MOST_PACKAGES = mechanismParameters.lanePackages.max;

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === 'string' && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isCartridge: Check = (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_CARTRIDGES;
const isCartridgeOrNone: Check = (value) => value === 0 || isCartridge(value);
const isPackages: Check = (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_PACKAGES;
const isOneOf =
  (names: readonly string[]): Check =>
  (value) =>
    names.includes(value as string);

const ARGUMENTS: { readonly [kind in Input['kind']]: Readonly<Record<string, Check>> } = {
  hand: { machine: isText, hand: isOneOf(HAND_NAMES), cartridge: isCartridgeOrNone, packages: isPackages },
  fault: { machine: isText, cause: isOneOf(FAULT_CAUSES), cartridge: isCartridge },
  network: { machine: isText, up: isFlag },
  'cold-hands': { person: isText, cold: isFlag },
  'key-on-site': { machine: isText, by: isText },
  'sign-override': { machine: isText, by: isText },
  count: { machine: isText, cartridge: isCartridge, first: isText, second: isText },
};

/** Reads an input back from an entry of a record; an entry that is no input is an error in words. */
export function inputOfEntry(entry: TraceEntry): Input | { readonly error: string } {
  const checks = (ARGUMENTS as Readonly<Record<string, Readonly<Record<string, Check>>>>)[entry.kind];
  if (entry.source !== 'input' || !checks || !Object.hasOwn(ARGUMENTS, entry.kind))
    return { error: `there is no input '${entry.kind}'` };
  for (const [name, check] of Object.entries({ role: isOneOf(INPUT_ROLES), ...checks })) {
    if (!check(entry.payload[name]))
      return { error: `input '${entry.kind}': ${name} cannot be ${JSON.stringify(entry.payload[name])}` };
  }
  const stray = Object.keys(entry.payload).find((name) => name !== 'role' && !Object.hasOwn(checks, name));
  if (stray !== undefined) return { error: `input '${entry.kind}' has no ${stray}` };
  return { t_us: entry.t_us, kind: entry.kind, ...entry.payload } as unknown as Input;
}
