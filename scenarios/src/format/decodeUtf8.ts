/** The text of bytes in UTF-8, or the offset of the first byte that is not UTF-8 (Unicode 15, table 3-7). */
export function decodeUtf8(bytes: Uint8Array): { readonly text: string } | { readonly badByteAt: number } {
  const parts: string[] = [];
  let units: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { length, point } = readPoint(bytes, at);
    if (length === 0) return { badByteAt: at };
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    else units.push(point);
    at += length;
    if (units.length > 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return { text: parts.join('') };
}

const BAD = { length: 0, point: 0 };

function readPoint(bytes: Uint8Array, at: number): { length: number; point: number } {
  const lead = bytes[at] as number;
  if (lead < 0x80) return { length: 1, point: lead };
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return BAD;
  let point = lead & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] as number;
    if ((next & 0xc0) !== 0x80) return BAD;
    point = (point << 6) | (next & 0x3f);
  }
  const least = length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80;
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < least || point > 0x10ffff || isSurrogate ? BAD : { length, point };
}
