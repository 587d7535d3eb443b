import { JAM_MODES } from '@dosetwin/twin';
import { z } from 'zod';
import { WIRE_CODES } from '../wire/registerMap.js';
import { type LinesProfile, registerLinesSchema, textLinesSchema } from './lines/linesSchema.js';
import { address, head, identity, modbusTransport, ms, pattern, textTransport } from './profileHead.js';

/** Signals that a line or a register may stand for; `started`: the board has started anew, `done`: nothing more is to come. */
export const SAYINGS = [
  'accepted',
  'moving',
  'dropped',
  'recovered',
  'jammed',
  'refused',
  'surplus',
  'cleared',
  'door-opened',
  'door-closed',
  'flap-opened',
  'flap-closed',
  'flap-stuck',
  'flap-freed',
  'supply-low',
  'supply-good',
  'tamper-opened',
  'tamper-closed',
  'started',
  'done',
] as const;
export type Saying = (typeof SAYINGS)[number];

const told = {
  says: z.enum(SAYINGS),
  mode: z.enum(JAM_MODES).optional(),
  reason: z.enum(WIRE_CODES.reasons).optional(),
};
const meaning = z.strictObject(told);

const condition = z.strictObject({
  value: z.string(),
  below: z.number().optional(),
  'at-least': z.number().optional(),
});

const line = z.strictObject({
  line: pattern,
  ...told,
  if: condition.optional().describe('Only while a number in the line is so.'),
  once: z.enum(['accepted', 'moving']).optional().describe('When the order had come as far as this, the line means `instead`.'),
  instead: meaning.optional(),
});

const textCommand = z.strictObject({ send: pattern, 'ends-within-ms': ms, answers: z.array(line).min(1) });

const registerCommand = z.strictObject({
  write: z.strictObject({
    address,
    values: z
      .array(z.union([z.int().min(0).max(0xffff), z.string()]))
      .min(1)
      .max(123),
  }),
  'ends-within-ms': ms,
  says: z.enum(SAYINGS).optional().describe('Said as soon as the writing was answered.'),
});

const commandsOf = <T extends z.ZodType>(command: T) =>
  z.strictObject({ vend: command, recover: command.optional(), unlock: command.optional(), clear: command.optional() });

const textProfile = z.strictObject({
  ...head,
  transport: textTransport,
  poll: z.strictObject({ send: pattern, 'every-ms': ms, answer: pattern }),
  commands: commandsOf(textCommand),
  lines: z.array(line),
});

/** Part of a register: its bits from `low` on, `bits` of them. */
const field = z.strictObject({
  register: address,
  low: z.int().min(0).max(15).default(0),
  bits: z.int().min(1).max(16).default(16),
});

const watch = z.strictObject({
  ...field.shape,
  name: z.string(),
  /** By the number that the field changes to. */
  values: z.record(z.string().regex(/^\d{1,5}$/), meaning.extend({ 'mode-from': z.string().optional() })),
});

const registerProfile = z.strictObject({
  ...head,
  transport: modbusTransport,
  identity,
  poll: z.strictObject({
    table: z.enum(['input', 'holding']),
    register: address,
    count: z.int().min(1).max(125),
    'every-ms': ms,
  }),
  /** Where the board keeps the token of the last command that it heard; the next is another. */
  token: z.strictObject({ table: z.enum(['input', 'holding']), register: address }).optional(),
  /** Where the board keeps its highest order id, in two registers, the high one first. */
  'highest-order': z.strictObject({ table: z.enum(['input', 'holding']), register: address }).optional(),
  commands: commandsOf(registerCommand),
  watch: z.array(watch).min(1),
  /** Numbers of jam modes, for `mode-from`. */
  modes: z
    .record(z.string(), z.strictObject({ ...field.shape, values: z.record(z.string().regex(/^\d{1,5}$/), z.enum(JAM_MODES)) }))
    .default({}),
});

/**
 * How another board speaks, by its transport and by who moves a cartridge: which words or registers stand for the commands and signals of
 * the hinge, or for its lines.
 */
export const PROFILE_SCHEMAS = {
  text: { board: textProfile, lines: textLinesSchema },
  modbus: { board: registerProfile, lines: registerLinesSchema },
} as const;

export type TextProfile = z.output<typeof textProfile>;
export type RegisterProfile = z.output<typeof registerProfile>;
/** A board that moves a cartridge by itself. */
export type MovingProfile = TextProfile | RegisterProfile;
export type BoardProfile = MovingProfile | LinesProfile;
export type ProfileLine = z.output<typeof line>;
export type ProfileMeaning = z.output<typeof meaning>;
