import type { TextProfile } from './profileSchema.js';

type TextTransport = TextProfile['transport'];

const ENDS = { cr: '\r', lf: '\n', crlf: '\r\n' } as const;
/** Longer than this is no line of a board: it is dropped. Assumption. */
const LONGEST = 240;

/** A line as it goes over the wire. */
export function lineBytes(line: string, { 'line-end': end }: TextTransport): Uint8Array {
  return Uint8Array.from(line + ENDS[end], (sign) => sign.charCodeAt(0) & 0xff);
}

/** Cuts what comes over the wire into lines, whichever of CR and LF end them. Empty lines are none. */
export class LineReader {
  readonly #mask: number;
  #line = '';

  constructor({ charset }: Pick<TextTransport, 'charset'>) {
    this.#mask = charset === 'ascii' ? 0x7f : 0xff;
  }

  receive(bytes: Uint8Array): string[] {
    const lines: string[] = [];
    for (const byte of bytes) {
      if (byte !== 0x0d && byte !== 0x0a) {
        this.#line += String.fromCharCode(byte & this.#mask);
        continue;
      }
      if (this.#line.trim() !== '' && this.#line.length <= LONGEST) lines.push(this.#line.trim());
      this.#line = '';
    }
    if (this.#line.length > LONGEST * 2) this.#line = this.#line.slice(-LONGEST - 1);
    return lines;
  }

  clear(): void {
    this.#line = '';
  }
}
