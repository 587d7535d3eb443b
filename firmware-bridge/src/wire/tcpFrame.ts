import type { Frame } from './rtuFrame.js';

/** As an RTU frame, with a number that the answer repeats. */
export interface TcpFrame extends Frame {
  /** 0 to 65535. */
  readonly transaction: number;
}

export type TcpFault = { readonly error: 'incomplete' | 'wrong-protocol' | 'wrong-length' };

const HEAD = 7;
/** A function with its data takes at most 253 bytes, the unit one. */
const MOST_LENGTH = 254;

/** Transaction, protocol 0, length, unit, then function and data (Modbus over TCP). */
export function frameTcp({ transaction, unit, pdu }: TcpFrame): Uint8Array {
  const frame = new Uint8Array(HEAD + pdu.length);
  const length = pdu.length + 1;
  frame.set([transaction >>> 8, transaction & 0xff, 0, 0, length >>> 8, length & 0xff, unit]);
  frame.set(pdu, HEAD);
  return frame;
}

/**
 * The first frame of a stream, with the bytes that it took. `incomplete`: more must come. After any other fault the stream holds
 * no frames any more, and must be opened anew.
 */
export function unframeTcp(bytes: Uint8Array): { readonly frame: TcpFrame; readonly taken: number } | TcpFault {
  if (bytes.length < HEAD) return { error: 'incomplete' };
  const wordAt = (at: number) => ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
  if (wordAt(2) !== 0) return { error: 'wrong-protocol' };
  const length = wordAt(4);
  if (length < 2 || length > MOST_LENGTH) return { error: 'wrong-length' };
  const taken = HEAD - 1 + length;
  if (bytes.length < taken) return { error: 'incomplete' };
  return { frame: { transaction: wordAt(0), unit: bytes[6] as number, pdu: bytes.slice(HEAD, taken) }, taken };
}
