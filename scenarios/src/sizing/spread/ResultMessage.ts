import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Totals } from '../simulate/Totals.js';
import { FUTURES_A_BLOCK } from '../study/Block.js';
import type { Program } from '../study/Program.js';
import { totalsDigest } from '../study/Simulations.js';
import { TOTALS_NAMES } from '../study/totalsNames.js';
import { totalsOfRow, totalsRow } from '../study/totalsRow.js';
import { hexSchema, wordSchema } from './messageWords.js';
import { type Read, readMessage } from './readMessage.js';

/** What became of a block: its totals with their digest, or the fault that the simulation ended with. */
export type ResultMessage = DoneMessage | FailedMessage;

interface AnyResult {
  readonly format: 'dosetwin result 1';
  readonly study: string;
  readonly run: string;
  /** The key of the block. */
  readonly block: string;
  readonly worker: string;
  /** The program's sources, as the worker has them. */
  readonly sources: string;
}

export interface DoneMessage extends AnyResult {
  readonly outcome: 'done';
  /** A row for each future, in the order of `TOTALS_NAMES`. */
  readonly totals: readonly (readonly number[])[];
  readonly digest: string;
}

export interface FailedMessage extends AnyResult {
  readonly outcome: 'failed';
  readonly fault: string;
}

const ANY = {
  format: z.literal('dosetwin result 1'),
  study: hexSchema,
  run: wordSchema,
  block: z.string().min(1),
  worker: wordSchema,
  sources: hexSchema,
};
const SCHEMA = z.discriminatedUnion('outcome', [
  z.strictObject({
    ...ANY,
    outcome: z.literal('done'),
    totals: z.array(z.array(z.number().int()).length(TOTALS_NAMES.length)).length(FUTURES_A_BLOCK),
    digest: hexSchema,
  }),
  z.strictObject({ ...ANY, outcome: z.literal('failed'), fault: z.string().max(10_000) }),
]);

export interface Simulated {
  readonly study: string;
  readonly run: string;
  readonly block: string;
  readonly worker: string;
  readonly program: Program;
}

export function doneMessage({ program, ...of }: Simulated, totals: readonly Totals[]): DoneMessage {
  const { sources } = program;
  const digest = resultDigest(of.study, sources, of.block, totals);
  return { format: 'dosetwin result 1', outcome: 'done', ...of, sources, totals: totals.map(totalsRow), digest };
}

export function failedMessage({ program: { sources }, ...of }: Simulated, fault: string): FailedMessage {
  return { format: 'dosetwin result 1', outcome: 'failed', ...of, sources, fault: fault.slice(0, 10_000) };
}

/** Reads a result for this study and program; what is for another, or does not come to its own digest, is refused. */
export function readResult(text: string, study: string, program: Program): Read<ResultMessage> {
  const read = readMessage(text, SCHEMA);
  if ('why' in read) return read;
  const { message } = read;
  if (message.study !== study) return { why: `${message.worker} simulated it for another study` };
  if (message.sources !== program.sources) {
    const theirs = message.sources.slice(0, 8);
    return { why: `${message.worker} simulated it with other sources (${theirs}, here ${program.sources.slice(0, 8)})` };
  }
  if (message.outcome === 'failed') return read;
  const digest = resultDigest(study, program.sources, message.block, message.totals.map(totalsOfRow));
  return digest === message.digest ? read : { why: `what ${message.worker} sent does not come to its digest` };
}

/** SHA-256 over study, program, block and totals. */
function resultDigest(study: string, sources: string, block: string, totals: readonly Totals[]): string {
  return bytesToHex(sha256(utf8ToBytes([study, sources, totalsDigest(block, totals)].join('\n'))));
}
