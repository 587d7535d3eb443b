/** Bits of a byte at 8N1: start, eight, stop (PROTOCOL W1). */
const BITS_OF_A_BYTE = 10;
const BAUD = 115_200;
const US_PER_S = 1_000_000;

/** A silence that ends a frame, in µs: fixed above 19,200 baud (Modbus over serial line, V1.02, 2.5.1.1; PROTOCOL W2). */
export const SILENCE_us = 1_750;

/**
 * A reply is waited for this long after the end of its request, in µs: the board's 20 ms (PROTOCOL W6), 22.2 ms for the longest
 * reply's bytes, 16 ms that a USB adapter may keep them (assumption: the usual latency timer), and a little more.
 */
export const REPLY_TIMEOUT_us = 60_000;

/** The same over TCP, in µs. Assumption: a network and a gateway between, neither of them far away. */
export const TCP_REPLY_TIMEOUT_us = 1_000_000;

/** A request that nobody answered is repeated this many times (design of issue 4). */
export const MOST_REPEATS = 2;

/** A reply may come this late, in µs, and then be taken for the answer to the next request. Assumption: gateways buffer less. */
export const DOUBT_us = 2_000_000;

/** How long bytes take on the wire, in whole µs, rounded up. */
export function wireTime_us(bytes: number): number {
  return Math.ceil((bytes * BITS_OF_A_BYTE * US_PER_S) / BAUD);
}
