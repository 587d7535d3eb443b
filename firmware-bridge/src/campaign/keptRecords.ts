import { crc16 } from '../wire/crc16.js';
import { type CodeName, nameOfCode } from '../wire/wireCodes.js';

/** What an EEPROM holds of an order, by PROTOCOL.md's "What the board keeps" and by nothing that the firmware says of itself. */
export type KeptOrder =
  | { readonly is: 'none' }
  | { readonly is: 'in-flight' }
  | { readonly is: 'ended'; readonly phase: CodeName<'phases'> | undefined; readonly mode: CodeName<'modes'> | undefined };

export const PLACES = { starts: 64, startBytes: 8, startSlots: 24, orders: 256, orderBytes: 16, orderSlots: 240 } as const;
const WHOLE_AT = 5;
const CHECK_AT = 6;
const PHASE_AT = 8;
const END_CHECK_AT = 10;
const NO_PHASE = 0xff;

/** What it holds of this order id; of several places the one with a right end. */
export function keptOrder(eeprom: Uint8Array, order: number): KeptOrder {
  const places = placesOf(eeprom, order).map((slot) => orderAt(eeprom, PLACES.orders + slot * PLACES.orderBytes, order));
  return places.find(({ is }) => is === 'ended') ?? places[0] ?? { is: 'none' };
}

/** The places with a right record of this order id. */
export function placesOf(eeprom: Uint8Array, order: number): number[] {
  return Array.from({ length: PLACES.orderSlots }, (_, slot) => slot).filter((slot) => {
    const at = PLACES.orders + slot * PLACES.orderBytes;
    return numberAt(eeprom, at) === order && isHead(eeprom, at);
  });
}

function orderAt(eeprom: Uint8Array, at: number, order: number): KeptOrder {
  const phase = eeprom[at + PHASE_AT] as number;
  const mode = eeprom[at + PHASE_AT + 1] as number;
  if (phase === NO_PHASE || wordAt(eeprom, at + END_CHECK_AT) !== endCheck(order, phase, mode)) return { is: 'in-flight' };
  return { is: 'ended', phase: nameOfCode('phases', phase), mode: nameOfCode('modes', mode) };
}

/** The EEPROM of a board that has gone round its slots: what is written next differs from what is there in as many bytes as may be. */
export function usedEeprom(highest: number): Uint8Array {
  const eeprom = new Uint8Array(4_096).fill(0xff);
  const older = 0x00fe_fe00;
  for (let slot = 0; slot < PLACES.startSlots; slot++)
    writeHead(eeprom, PLACES.starts + slot * PLACES.startBytes, slot === 3 ? highest : older + slot, 0);
  for (let slot = 0; slot < PLACES.orderSlots; slot++) {
    const at = PLACES.orders + slot * PLACES.orderBytes;
    const order = slot === 7 ? highest : older + slot;
    writeHead(eeprom, at, order, 48);
    // 'refused', so that neither phase nor mode is what comes next.
    const [phase, mode] = [7, 0x55];
    eeprom.set([phase, mode], at + PHASE_AT);
    writeWord(eeprom, at + END_CHECK_AT, endCheck(order, phase, mode));
  }
  return eeprom;
}

function writeHead(eeprom: Uint8Array, at: number, number: number, fifth: number): void {
  eeprom.set([...bytesOfNumber(number), fifth, 0], at);
  writeWord(eeprom, at + CHECK_AT, crc16(eeprom.slice(at, at + WHOLE_AT)));
}

function isHead(eeprom: Uint8Array, at: number): boolean {
  return eeprom[at + WHOLE_AT] === 0 && crc16(eeprom.slice(at, at + WHOLE_AT)) === wordAt(eeprom, at + CHECK_AT);
}

function endCheck(order: number, phase: number, mode: number): number {
  return crc16([...bytesOfNumber(order), phase, mode]);
}

function bytesOfNumber(number: number): number[] {
  return [number & 0xff, (number >>> 8) & 0xff, (number >>> 16) & 0xff, number >>> 24];
}

function numberAt(bytes: Uint8Array, at: number): number {
  return wordAt(bytes, at) + 0x10000 * wordAt(bytes, at + 2);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) + 256 * (bytes[at + 1] as number);
}

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes.set([word & 0xff, word >>> 8], at);
}
