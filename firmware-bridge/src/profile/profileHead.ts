import { z } from 'zod';

/** One line of text, or what stands for it. */
export const pattern = z.string().min(1).max(120);
export const ms = z.int().min(1).max(600_000);
export const address = z.int().min(0).max(0xffff);

export const capabilities = z.strictObject({
  'order-ids': z.enum(['yes', 'no']).describe('Whether the board keeps the ids of orders, through a loss of power.'),
  events: z.enum(['numbered', 'unnumbered']).describe('Whether a host can tell that it missed one.'),
  motion: z
    .enum(['board', 'lines'])
    .describe('Whether the board moves a cartridge by itself, or has bare lines for motor, cam switch and beam.'),
  'stall-cut-off-ms': z
    .union([ms, z.literal('no')])
    .describe('The board cuts a motor that stalls after this, whatever its host does. Without it, --arm is refused.'),
  'silence-cut-off-ms': z
    .union([ms, z.literal('no')])
    .default('no')
    .describe('The board lets go of its motors when its host has said nothing for this long.'),
  cartridges: z.int().min(1).max(48),
});

const serial = {
  baud: z.int().min(300).max(4_000_000),
  'data-bits': z.union([z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  'stop-bits': z.union([z.literal(1), z.literal(2)]).default(1),
};

export const textTransport = z.strictObject({
  kind: z.literal('text'),
  ...serial,
  'line-end': z.enum(['cr', 'lf', 'crlf']),
  charset: z.enum(['ascii', 'latin1']),
});

export const modbusTransport = z.strictObject({
  kind: z.literal('modbus'),
  ...serial,
  unit: z.int().min(1).max(247).default(1),
});

/** A register that tells that this is such a board. */
export const identity = z.strictObject({
  table: z.enum(['input', 'holding']),
  register: address,
  equals: z.int().min(0).max(0xffff),
});

export const head = { name: z.string().regex(/^[a-z0-9-]{1,40}$/), title: z.string().min(1).max(120), capabilities };
