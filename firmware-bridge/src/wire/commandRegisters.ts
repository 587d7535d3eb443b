import type { Command } from '@dosetwin/twin';
import { TICKS_A_ROUND } from './BoardClock.js';
import { crc16 } from './crc16.js';
import { blockPlace, decodeBlock, encodeBlock } from './registerNames.js';
import { codeOf, nameOfCode } from './wireCodes.js';

/** A command in the mailbox. */
export interface MailedCommand {
  readonly command: Command;
  /** 1 to 65535. */
  readonly token: number;
  /** In full; 0: as soon as can be. */
  readonly tick: number;
}

/** Why a board refuses what was written to its mailbox by exception 3 (PROTOCOL W9). */
export type MailFault = 'wrong-check' | 'unknown-command' | 'no-token' | 'no-order';

const CHECKED = 7;

/** The eight registers of the mailbox. */
export function commandRegisters({ command, token, tick }: MailedCommand): number[] {
  const { order = 0, cartridge = 0 } = { ...command } as { order?: number; cartridge?: number };
  const values = {
    token,
    command: codeOf('commands', command.name),
    commandOrder: order,
    commandCartridge: cartridge,
    commandTick: tickBits(tick),
    commandCheck: 0,
  };
  const registers = encodeBlock('mailbox', values);
  registers[CHECKED] = checkOf(registers);
  return registers;
}

/** The board's side: what the registers ask for, or why it is refused. */
export function commandOfRegisters(registers: readonly number[]): MailedCommand | MailFault {
  if (registers.length !== blockPlace('mailbox').words) throw new RangeError(`a mailbox of ${registers.length} registers`);
  const values = decodeBlock('mailbox', registers);
  if (values.commandCheck !== checkOf(registers)) return 'wrong-check';
  const name = nameOfCode('commands', values.command);
  if (name === undefined) return 'unknown-command';
  if (values.token === 0) return 'no-token';
  const { commandOrder: order, commandCartridge: cartridge, commandTick: tick, token } = values;
  if (name === 'clear') return { command: { name, cartridge }, token, tick };
  if (order === 0) return 'no-order';
  return { command: name === 'unlock' ? { name, order } : { name, order, cartridge }, token, tick };
}

/** Ticks go round; 0 is none, so that the first of a round is asked for by the one behind it. */
function tickBits(tick: number): number {
  return tick < TICKS_A_ROUND ? tick : Math.max(1, tick % TICKS_A_ROUND);
}

/** Over the bytes as they go over the wire, the high one of each register first. */
function checkOf(registers: readonly number[]): number {
  return crc16(registers.slice(0, CHECKED).flatMap((register) => [register >>> 8, register & 0xff]));
}
