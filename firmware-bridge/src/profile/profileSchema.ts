import { JAM_MODES } from '@dosetwin/twin';
import { z } from 'zod';
import { WIRE_CODES } from '../wire/registerMap.js';

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

const pattern = z.string().min(1).max(120);
const ms = z.int().min(1).max(600_000);
const address = z.int().min(0).max(0xffff);
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
  /** Only while a number in the line is so. */
  if: condition.optional(),
  /** When the order had come as far as this, the line means `instead`. */
  once: z.enum(['accepted', 'moving']).optional(),
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
  /** Said as soon as the writing was answered. */
  says: z.enum(SAYINGS).optional(),
});

const commandsOf = <T extends z.ZodType>(command: T) =>
  z.strictObject({ vend: command, recover: command.optional(), unlock: command.optional(), clear: command.optional() });

const capabilities = z.strictObject({
  'order-ids': z.enum(['yes', 'no']),
  events: z.enum(['numbered', 'unnumbered']),
  /** Whether the board moves a cartridge by itself, or has bare lines for motor, cam and beam. */
  motion: z.enum(['board', 'lines']),
  'stall-cut-off-ms': z.union([ms, z.literal('no')]),
  cartridges: z.int().min(1).max(48),
});

const serial = {
  baud: z.int().min(300).max(4_000_000),
  'data-bits': z.union([z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  'stop-bits': z.union([z.literal(1), z.literal(2)]).default(1),
};
const head = { name: z.string().regex(/^[a-z0-9-]{1,40}$/), title: z.string().min(1).max(120), capabilities };

const textProfile = z.strictObject({
  ...head,
  transport: z.strictObject({
    kind: z.literal('text'),
    ...serial,
    'line-end': z.enum(['cr', 'lf', 'crlf']),
    charset: z.enum(['ascii', 'latin1']),
  }),
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
  transport: z.strictObject({
    kind: z.literal('modbus'),
    ...serial,
    unit: z.int().min(1).max(247).default(1),
  }),
  /** A register that tells that this is such a board. */
  identity: z.strictObject({ table: z.enum(['input', 'holding']), register: address, equals: z.int().min(0).max(0xffff) }),
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

/** How another board speaks: which words or registers stand for the commands and signals of the hinge. */
export const textProfileSchema = textProfile;
export const registerProfileSchema = registerProfile;

export type TextProfile = z.output<typeof textProfile>;
export type RegisterProfile = z.output<typeof registerProfile>;
export type BoardProfile = TextProfile | RegisterProfile;
export type ProfileLine = z.output<typeof line>;
export type ProfileMeaning = z.output<typeof meaning>;
