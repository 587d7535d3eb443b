import { commandOfRegisters } from './commandRegisters.js';
import type { WireFrame } from './Master.js';
import type { ModbusRequest } from './modbusPdu.js';
import { REGISTER_MAP } from './registerMap.js';
import { type BlockName, blockPlace } from './registerNames.js';

/** A frame in a few words, for people: `read status`, `command vend, order 12, cartridge 7, tick 4021, token 3`. */
export function sayFrame({ is, request, reply, attempt = 1, bytes }: WireFrame): string {
  if (request === undefined) return `${is}: ${bytes.length} bytes, dropped`;
  const again = attempt > 1 ? `, time ${attempt}` : '';
  if (reply === undefined) return `${sayRequest(request)}${again}`;
  if (reply.is === 'exception') return `exception ${reply.code}${EXCEPTIONS[reply.code] ?? ''}, to: ${sayRequest(request)}`;
  return reply.is === 'written'
    ? `received: ${sayRequest(request)}`
    : `${blockAt(request)?.name ?? 'registers'}: ${sayWords(reply.values)}`;
}

const EXCEPTIONS: { readonly [code: number]: string } = {
  1: ' (unknown function)',
  2: ' (no such registers)',
  3: ' (a value that is not allowed)',
  6: ' (not now)',
  10: ' (the gateway has no way to it)',
  11: ' (the gateway hears nothing from it)',
};

/** What a request asks for. */
export function sayRequest(request: ModbusRequest): string {
  const block = blockAt(request);
  const name = block?.name ?? `registers from ${request.address}`;
  if (request.function === 6) return `set ${block?.value ?? name} to ${request.value}`;
  if (request.function === 16) return block?.name === 'mailbox' ? sayCommand(request.values) : `write ${name}`;
  if (block === undefined || block.repeats === 1) return `read ${name}`;
  const [first, count] = [block.repeat + 1, Math.ceil(request.count / block.words)];
  return `read ${name} ${first}${count > 1 ? ` to ${first + count - 1}` : ''} of ${block.repeats}`;
}

function sayCommand(values: readonly number[]): string {
  const mail = values.length === blockPlace('mailbox').words ? commandOfRegisters(values) : 'not whole';
  if (typeof mail === 'string') return `command that is none: ${mail}`;
  const { name, ...numbers } = mail.command;
  const words = Object.entries({ ...numbers, tick: mail.tick, token: mail.token }).map(([key, value]) => `${key} ${value}`);
  return `command ${[name, ...words].join(', ')}`;
}

function sayWords(values: readonly number[]): string {
  return values.map((value) => value.toString(16).padStart(4, '0')).join(' ');
}

interface FoundBlock {
  readonly name: BlockName;
  readonly words: number;
  readonly repeats: number;
  readonly repeat: number;
  /** The value that begins there. */
  readonly value: string | undefined;
}

function blockAt({ function: code, address }: ModbusRequest): FoundBlock | undefined {
  const table = code === 4 ? 'input' : 'holding';
  for (const block of REGISTER_MAP) {
    const name = block.name as BlockName;
    const { address: at, words, repeats } = blockPlace(name);
    if (block.table !== table || address < at || address >= at + words * repeats) continue;
    return { name, words, repeats, repeat: Math.floor((address - at) / words), value: block.values[0]?.name };
  }
  return undefined;
}
