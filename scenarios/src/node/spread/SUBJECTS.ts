import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Program } from '../../sizing/study/Program.js';

/** Subjects of the bus. A word of a subject may hold no dot and no blank: keys are digests. */
export const SUBJECTS = {
  work: 'dosetwin.work.>',
  kept: ['dosetwin.study.*', 'dosetwin.result.>'],
  here: 'dosetwin.here',
  study: (study: string) => `dosetwin.study.${study}`,
  /** Workers of this program get these and no others. */
  workFor: ({ sources }: Program) => `dosetwin.work.${sources}.>`,
  workOf: ({ sources }: Program, study: string) => `dosetwin.work.${sources}.${study}.>`,
  job: ({ sources }: Program, study: string, block: string) => `dosetwin.work.${sources}.${study}.${wordOf(block)}`,
  resultsOf: (study: string) => `dosetwin.result.${study}.>`,
  result: (study: string, block: string) => `dosetwin.result.${study}.${wordOf(block)}`,
} as const;

/** The key of a block as a word of a subject. */
function wordOf(block: string): string {
  return bytesToHex(sha256(utf8ToBytes(block))).slice(0, 32);
}
