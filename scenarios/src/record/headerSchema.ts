import { z } from 'zod';
import { RECORD_FORMAT, RECORD_VERSION, type RecordHeader } from './RunRecord.js';

const wholeNumber = z.int('a whole number up to 9007199254740991 was expected');

/** Line 1 of a record. Keys that it does not know are refused: they would be a later version's, and mean something. */
export const headerSchema: z.ZodType<RecordHeader> = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  version: z.literal(RECORD_VERSION),
  scenario: z.string().min(1),
  variant: z.string().nullable(),
  title: z.string(),
  source: z.string(),
  seed: wholeNumber.min(0),
  length_us: wholeNumber.min(0),
  epoch_us: wholeNumber,
  zones: z.record(z.string(), z.string()),
  controllers: z.record(z.string(), z.string()),
  parameters: z.array(z.strictObject({ machine: z.string().nullable(), block: z.string(), name: z.string(), value: z.number() })),
  versions: z.object({ dosetwin: z.string(), zoneData: z.string() }).catchall(z.string()),
});
