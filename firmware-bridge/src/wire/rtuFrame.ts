import { crc16 } from './crc16.js';

/** What a frame holds: whom it is from or for, and a function with its data. */
export interface Frame {
  readonly unit: number;
  readonly pdu: Uint8Array;
}

export type RtuFault = { readonly error: 'too-short' | 'too-long' | 'wrong-checksum' };

/** A frame of fewer bytes holds no function, of more no board takes (PROTOCOL W2). */
export const RTU_FEWEST = 4;
export const RTU_MOST = 256;

/** Unit, function and data, checksum with its low byte first. */
export function frameRtu({ unit, pdu }: Frame): Uint8Array {
  const frame = new Uint8Array(pdu.length + 3);
  frame[0] = unit;
  frame.set(pdu, 1);
  const crc = crc16(frame, 0, pdu.length + 1);
  frame[pdu.length + 1] = crc & 0xff;
  frame[pdu.length + 2] = crc >>> 8;
  return frame;
}

/** What came between two silences. */
export function unframeRtu(bytes: Uint8Array): Frame | RtuFault {
  if (bytes.length < RTU_FEWEST) return { error: 'too-short' };
  if (bytes.length > RTU_MOST) return { error: 'too-long' };
  const end = bytes.length - 2;
  if (crc16(bytes, 0, end) !== ((bytes[end] as number) | ((bytes[end + 1] as number) << 8))) return { error: 'wrong-checksum' };
  return { unit: bytes[0] as number, pdu: bytes.slice(1, end) };
}
