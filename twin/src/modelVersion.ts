import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { CHARTS } from './CHARTS.js';
import { PARAMETERS } from './PARAMETERS.js';

/**
 * Names the model by what it is made of: the first 12 characters of SHA-256 over every chart and every parameter. Two
 * versions of dosetwin between which a chart or a default changed make different runs, and their records say so.
 */
export const modelVersion: string = bytesToHex(
  sha256(utf8ToBytes(JSON.stringify([CHARTS.map(({ name, machine }) => [name, machine.config]), PARAMETERS]))),
).slice(0, 12);
