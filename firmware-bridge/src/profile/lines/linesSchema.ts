import { z } from 'zod';
import { address, head, identity, modbusTransport, ms, pattern, textTransport } from '../profileHead.js';

/** Levels that a board of bare lines can show; what each means when it is on. */
export const LEVELS = [
  'door-open',
  'tampered',
  'flap-open',
  'bolt-back',
  'beam-dark',
  'cam-closed',
  'current-high',
  'supply-low',
] as const;
export type LevelName = (typeof LEVELS)[number];

/** Without these no motion can be followed. */
const NEEDED: readonly LevelName[] = ['door-open', 'beam-dark', 'cam-closed'];

/** What the host writes: bit masks of the matrix, numbers from 1 (0: no motor), and 0 or 1. */
export const DRIVES = ['rows', 'columns', 'row', 'column', 'cartridge', 'motor', 'bolt', 'diverter'] as const;
export type DriveName = (typeof DRIVES)[number];

/** One bit of a number that was read, or a word that was. `inverted`: on is 0, as with contacts that pull to ground. */
const level = <T extends z.ZodType>(of: T) =>
  z.union([
    z.strictObject({ of, bit: z.int().min(0).max(31), inverted: z.enum(['yes', 'no']).default('no') }),
    z.strictObject({ of, is: z.string() }),
  ]);

const levelsOf = <T extends z.ZodType>(of: T) => {
  const one = level(of);
  return z.strictObject(
    Object.fromEntries(LEVELS.map((name) => [name, NEEDED.includes(name) ? one : one.optional()])) as {
      readonly [name in LevelName]: z.ZodOptional<typeof one>;
    },
  );
};

const pace = {
  'every-ms': ms.describe('While something goes on. A level that lasts less than this is missed, unless the board latches it.'),
  'at-rest-ms': ms.describe('While nothing goes on.'),
  latched: z.array(z.enum(LEVELS)).default([]).describe('Levels that the board keeps on until they have been read once.'),
};

const matrix = z
  .strictObject({ columns: z.int().min(1).max(16) })
  .describe('Cartridge n lies in row (n - 1) div columns and column (n - 1) mod columns.');

const textLines = z.strictObject({
  ...head,
  transport: textTransport,
  matrix,
  read: z.strictObject({
    send: pattern,
    answer: pattern,
    base: z.union([z.literal(2), z.literal(10), z.literal(16)]).default(10),
    ...pace,
  }),
  levels: levelsOf(z.string()),
  write: z.strictObject({ send: pattern, answer: pattern }),
});

const registerLines = z.strictObject({
  ...head,
  transport: modbusTransport,
  identity,
  matrix,
  read: z.strictObject({ table: z.enum(['input', 'holding']), register: address, count: z.int().min(1).max(16), ...pace }),
  levels: levelsOf(address),
  write: z.strictObject({
    address,
    values: z
      .array(z.union([z.int().min(0).max(0xffff), z.string()]))
      .min(1)
      .max(16),
  }),
});

/** How a board of bare lines speaks: what is read of its inputs, and what is written to its outputs. */
export const textLinesSchema = textLines;
export const registerLinesSchema = registerLines;

export type TextLinesProfile = z.output<typeof textLines>;
export type RegisterLinesProfile = z.output<typeof registerLines>;
export type LinesProfile = TextLinesProfile | RegisterLinesProfile;
