import { z } from 'zod';
import { FIDELITIES } from '../simulate/simulate.js';
import { type Block, FUTURES_A_BLOCK } from '../study/Block.js';
import { hexSchema, wordSchema } from './messageWords.js';
import { type Read, readMessage } from './readMessage.js';

/** A block that somebody is to simulate. */
export interface JobMessage {
  readonly format: 'dosetwin job 1';
  /** The key of its study. */
  readonly study: string;
  /** Which `size` asked: in the ids by which the server knows a message that was sent twice. */
  readonly run: string;
  readonly block: Block;
}

const OVERRIDE = z.union([z.strictObject({ value: z.number() }), z.strictObject({ quantile: z.number().min(0).max(1) })]);

const SCHEMA = z.strictObject({
  format: z.literal('dosetwin job 1'),
  study: hexSchema,
  run: wordSchema,
  block: z.strictObject({
    plan: z.strictObject({
      sites: z.array(z.strictObject({ candidate: z.string().min(1), machines: z.number().int().min(1).max(1000) })),
    }),
    fidelity: z.enum(FIDELITIES),
    overrides: z.record(z.string(), OVERRIDE),
    from: z.number().int().min(0).multipleOf(FUTURES_A_BLOCK),
  }),
});

export function readJob(text: string): Read<JobMessage> {
  return readMessage(text, SCHEMA);
}
