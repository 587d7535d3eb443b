/** Bits of a frame 8N1: a start bit, eight of data, a stop bit. */
export const FRAME_BITS = 10;

/** A byte as whoever listens takes it. */
export interface HeardByte {
  readonly byte: number;
  /** No stop bit was where one should have been: garbled, or a break. */
  readonly framingError: boolean;
}

/**
 * One byte, 8N1, sent with one length of bit and heard with another, both in cycles: the listener looks at the middle of each
 * of its own bits, counted from the start bit's edge (data sheet, 22.7). After the frame the line rests, high.
 */
export function heardByte(byte: number, sentBit: number, heardBit: number): HeardByte {
  const frame = (byte << 1) | (1 << (FRAME_BITS - 1));
  let heard = 0;
  for (let bit = 1; bit < FRAME_BITS; bit++) {
    const sent = Math.floor(((bit + 0.5) * heardBit) / sentBit);
    if (sent >= FRAME_BITS || (frame >> sent) & 1) heard |= 1 << bit;
  }
  return { byte: (heard >> 1) & 0xff, framingError: heard >> (FRAME_BITS - 1) === 0 };
}
