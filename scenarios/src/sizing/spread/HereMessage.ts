import { z } from 'zod';
import { type Program, programInWords } from '../study/Program.js';
import { hexSchema, wordSchema } from './messageWords.js';
import { type Read, readMessage } from './readMessage.js';

/** What everybody on the bus says of themselves every few seconds. Nothing is decided by it but what people are told. */
export interface HereMessage {
  readonly format: 'dosetwin here 1';
  readonly who: 'worker' | 'size';
  readonly name: string;
  readonly program: Program;
  /** Of a worker; 0 for `size`. */
  readonly threads: number;
}

const SCHEMA = z.strictObject({
  format: z.literal('dosetwin here 1'),
  who: z.enum(['worker', 'size']),
  name: wordSchema,
  program: z.strictObject({ version: z.string().max(40), sources: hexSchema }),
  threads: z.number().int().min(0).max(1000),
});

export function readHere(text: string): Read<HereMessage> {
  return readMessage(text, SCHEMA);
}

/** Why these two do not work together, and what to do about it; `null` where they do. */
export function whyNotTogether(here: Program, { who, name, program }: HereMessage): string | null {
  if (program.sources === here.sources) return null;
  const [theirs, ours] = [programInWords(program), programInWords(here)];
  const what = who === 'worker' ? `The worker ${name} is refused: it` : `The study of ${name} is refused: it`;
  return (
    `${what} runs dosetwin ${theirs}, and this one is ${ours}, so that digits could differ. ` +
    'Bring both to the same commit (git pull, npm ci) and start them again.'
  );
}
