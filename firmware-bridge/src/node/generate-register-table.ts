/** Prints PROTOCOL.md with the registers between its two markers. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { registerTable } from '../wire/registerTable.js';

const path = fileURLToPath(new URL('../../PROTOCOL.md', import.meta.url));
const FROM = '<!-- registers -->';
const TO = '<!-- /registers -->';
const text = readFileSync(path, 'utf8');
const [from, to] = [text.indexOf(FROM), text.indexOf(TO)];
if (from < 0 || to < from) throw new Error(`PROTOCOL.md has no ${FROM} followed by ${TO}`);
process.stdout.write(`${text.slice(0, from)}${FROM}\n\n${registerTable()}\n\n${text.slice(to)}`);
