import { FAULT_CAUSES, type FaultCause } from '@dosetwin/twin';
import type { BenchAct, BenchFault } from './BenchBoard.js';

/** What was written is no act or no fault; the message says what is. */
export class BadAct extends Error {}

/** The acts as a person writes them, one a line. */
export const ACT_FORMS = [
  'open-door, close-door       the service door',
  'take                        a person opens the flap and takes what lies there',
  'empty-box, clean-beam, free-flap    behind the open door',
  'free 7                      frees cartridge 7, behind the open door',
  'load 7 14                   fills cartridge 7 up by 14 packages, behind the open door',
  'unload 7 3                  takes 3 packages in front out of cartridge 7, behind the open door',
  'fault hang-up@7             at the next motion of cartridge 7',
  'tamper on, tamper off       the tamper switch',
  'supply 10200                the supply from now on, in mV',
  'power off, power on         of the board',
] as const;

const PLAIN = ['open-door', 'close-door', 'take', 'clean-beam', 'free-flap', 'empty-box'] as const;
const MOST_MILLIVOLT = 15_000;

/** Reads one act, for a machine with this many cartridges. @throws BadAct */
export function parseAct(text: string, cartridges: number): BenchAct {
  const [name = '', ...args] = text.trim().split(/\s+/);
  const plain = PLAIN.find((one) => one === name);
  if (plain !== undefined && args.length === 0) return { name: plain };
  const [first = '', second = ''] = args;
  if (name === 'free' && args.length === 1) return { name, cartridge: numberOf(first, 1, cartridges, 'a cartridge') };
  if ((name === 'load' || name === 'unload') && args.length === 2) {
    return { name, cartridge: numberOf(first, 1, cartridges, 'a cartridge'), packages: numberOf(second, 0, 60, 'packages') };
  }
  if (name === 'fault' && args.length === 1) return { name, ...parseFault(first, cartridges) };
  if (name === 'supply' && args.length === 1) return { name, millivolt: numberOf(first, 0, MOST_MILLIVOLT, 'mV') };
  if (name === 'tamper' && (first === 'on' || first === 'off')) return { name, open: first === 'on' };
  if (name === 'power' && (first === 'on' || first === 'off')) return { name, on: first === 'on' };
  throw new BadAct(`There is no '${text.trim()}'; 'help' lists what there is.`);
}

/** Reads `hang-up@7`; `blind-beam` and `blocked-chute-door` need no cartridge. @throws BadAct */
export function parseFault(text: string, cartridges: number): BenchFault {
  const [written = '', at] = text.split('@');
  const cause = FAULT_CAUSES.find((one) => one === written);
  if (cause === undefined) throw new BadAct(`There is no fault '${written}'; there is ${FAULT_CAUSES.join(', ')}.`);
  if (at === undefined && isOfMachine(cause)) return { cause, cartridge: 1 };
  if (at === undefined) throw new BadAct(`'${cause}' was expected to name its cartridge, such as ${cause}@7.`);
  return { cause, cartridge: numberOf(at, 1, cartridges, 'a cartridge') };
}

function isOfMachine(cause: FaultCause): boolean {
  return cause === 'blind-beam' || cause === 'blocked-chute-door';
}

function numberOf(text: string, least: number, most: number, what: string): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new BadAct(`'${text}' is not ${what}; a whole number from ${least} to ${most} was expected.`);
}
