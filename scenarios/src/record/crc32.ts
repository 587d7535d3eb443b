const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 as zlib and Ethernet have it (reflected polynomial 0xEDB88320), of a text in UTF-8; an unsigned number of 32 bits. */
export function crc32(text: string): number {
  let crc = -1;
  const add = (byte: number) => {
    crc = (TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) add(unit);
    else i += addBeyondAscii(text, i, add);
  }
  return ~crc >>> 0;
}

/** Adds one character of two bytes or more; how many further code units it took. Lone surrogates count as U+FFFD. */
function addBeyondAscii(text: string, at: number, add: (byte: number) => void): number {
  const read = text.codePointAt(at) as number;
  const point = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
  if (point < 0x800) add(0xc0 | (point >> 6));
  else if (point < 0x10000) {
    add(0xe0 | (point >> 12));
    add(0x80 | ((point >> 6) & 0x3f));
  } else {
    add(0xf0 | (point >> 18));
    add(0x80 | ((point >> 12) & 0x3f));
    add(0x80 | ((point >> 6) & 0x3f));
  }
  add(0x80 | (point & 0x3f));
  return point >= 0x10000 ? 1 : 0;
}
