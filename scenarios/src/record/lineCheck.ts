import { crc32 } from './crc32.js';

/** What stands before the first entry's check. */
export const FIRST_CHECK = '00000000';

/**
 * The check of an entry's line: CRC-32 of the check before it and of the line without its own check, 8 hexadecimal
 * characters. Each check leans on the one before, so a line that was altered, moved, left out or put in is found by itself.
 */
export function lineCheck(checkBefore: string, lineWithoutCheck: string): string {
  return crc32(checkBefore + lineWithoutCheck)
    .toString(16)
    .padStart(8, '0');
}
