import type { Command } from '@dosetwin/twin';
import { crc16 } from './crc16.js';
import { blockPlace, decodeBlock, encodeBlock } from './registerNames.js';
import { codeOf, nameOfCode } from './wireCodes.js';

/** A command in the mailbox. */
export interface MailedCommand {
  readonly command: Command;
  /** 1 to 65535. */
  readonly token: number;
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
    commandTick: tick,
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

/** Over the bytes as they go over the wire, the high one of each register first. */
function checkOf(registers: readonly number[]): number {
  return crc16(registers.slice(0, CHECKED).flatMap((register) => [register >>> 8, register & 0xff]));
}
