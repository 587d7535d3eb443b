import { z } from 'zod';
import type { Program } from '../study/Program.js';
import { studyKey } from '../study/studyName.js';
import { type Read, readMessage } from './readMessage.js';

/** What workers simulate for: the same for all blocks of a study, so it lies on the bus once. */
export interface StudyMessage {
  readonly format: 'dosetwin study 1';
  readonly seed: number;
  /** The region as JSON. */
  readonly region: string;
}

const SCHEMA = z.strictObject({
  format: z.literal('dosetwin study 1'),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  region: z.string().min(2),
});

/** Reads the study of this key: one whose content does not come to the key, on this program, is another. */
export function readStudy(text: string, key: string, program: Program): Read<StudyMessage> {
  const read = readMessage(text, SCHEMA);
  if ('why' in read || studyKey(read.message.region, read.message.seed, program) === key) return read;
  return { why: 'its content does not come to its key' };
}
