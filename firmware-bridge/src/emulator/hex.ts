const PAIRS = Array.from({ length: 256 }, (_, byte) => (byte + 256).toString(16).slice(1));

/** Bytes as text, two digits each: what a checkpoint keeps memory in. Joined, not added up: it then takes a byte a digit. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => PAIRS[byte]).join('');
}

export function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
