import { z } from 'zod';
import { capabilities } from './profileHead.js';
import { PROFILE_SCHEMAS } from './profileSchema.js';

// By which of them a file is told is a constant in each, so that an editor reports what is wrong in that one.
const board = { capabilities: capabilities.extend({ motion: z.literal('board') }) };
const lines = { capabilities: capabilities.extend({ motion: z.literal('lines') }) };

/** The JSON Schema, draft 7, that editors complete and check profiles with, made from the schemas that read them. */
export function profileEditorSchema(): object {
  const { text, modbus } = PROFILE_SCHEMAS;
  const kinds = z.union([
    text.board.extend(board).describe('Text lines: a board that moves a cartridge by itself.'),
    text.lines.extend(lines).describe('Text lines: a board of bare lines, over which the host runs the cartridge chart.'),
    modbus.board.extend(board).describe('Modbus registers: a board that moves a cartridge by itself.'),
    modbus.lines.extend(lines).describe('Modbus registers: a board of bare lines, over which the host runs the cartridge chart.'),
  ]);
  return { title: 'A dosetwin profile of a board', ...z.toJSONSchema(kinds, { io: 'input', target: 'draft-7', reused: 'ref' }) };
}
