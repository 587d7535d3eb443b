import { z } from 'zod';
import type { Expectation, ExpectationResult } from '../expect/Expectation.js';
import { EVENT_WORDS, NEVER_WORDS, TARGET_POPULATIONS, TARGET_WORDS } from '../format/expectationWords.js';
import { measuresSchema } from '../measures/measuresSchema.js';
import type { RecordEnd } from './RunRecord.js';

const whole = z.int().min(0);
const digest = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal characters were expected');
const wordsOf = <W extends string>(words: Readonly<Record<W, string>>) => z.enum(Object.keys(words) as W[]);

const expectationSchema: z.ZodType<Expectation> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never'), event: wordsOf(NEVER_WORDS) }),
  z.strictObject({
    kind: z.literal('shows'),
    after: wordsOf(EVENT_WORDS),
    at: z.string().nullable(),
    within_us: whole,
    see: wordsOf(EVENT_WORDS),
    by: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('target'),
    of: wordsOf(TARGET_POPULATIONS),
    see: z.enum(TARGET_WORDS),
    within_us: whole,
    atLeast_millionths: whole.max(1_000_000),
  }),
]);

const resultSchema: z.ZodType<ExpectationResult> = z.strictObject({
  expectation: expectationSchema,
  verdict: z.enum(['held', 'failed', 'met', 'missed']),
  says: z.string(),
  found: z.string(),
  evidence: z.array(whole),
  share: z.strictObject({ reached: whole, of: whole, undecided: whole }).nullable(),
});

/** The last line of a finished record, inside `{"end": …}`. */
export const endSchema: z.ZodType<RecordEnd> = z.strictObject({
  digest,
  controllerDigest: digest,
  entries: whole,
  outcome: z.enum(['held', 'failed']),
  expectations: z.array(resultSchema),
  measures: measuresSchema,
});
