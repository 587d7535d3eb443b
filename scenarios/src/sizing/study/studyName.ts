import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { runVersions } from '../../run/runVersions.js';
import type { Program } from './Program.js';

/** What blocks belong to, on a disk or on their way between machines: region (as JSON), seed, and the program that simulates. */
export function studyName(region: string, seed: number, { sources }: Program): string {
  return JSON.stringify({ format: 'dosetwin sizing blocks 1', region: hex(region), seed, versions: runVersions, sources });
}

/** The same as a word: SHA-256 of the name, in hex. */
export function studyKey(region: string, seed: number, program: Program): string {
  return hex(studyName(region, seed, program));
}

function hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
