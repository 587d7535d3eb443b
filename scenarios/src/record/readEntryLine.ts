import type { Payload, TraceEntry } from '@dosetwin/twin';
import { locateInJson } from './locateInJson.js';
import { type LineProblem, parseLine, valueProblem } from './parseLine.js';
import { entryText } from './RecordLines.js';

export type EntryReading =
  | { readonly entry: TraceEntry; readonly check: string; readonly problem: null }
  | { readonly problem: LineProblem };

/** What each place of an entry's line must hold, with the words for it. */
const PLACES: readonly (readonly [says: string, holds: (value: unknown) => boolean])[] = [
  [
    'the time, in whole microseconds since the start (0 to 9007199254740991),',
    (v) => Number.isSafeInteger(v) && (v as number) >= 0,
  ],
  ['the level (0, 1, 2 or 3)', (v) => v === 0 || v === 1 || v === 2 || v === 3],
  ['the source, a text,', isName],
  ['the kind, a text,', isName],
  ['the payload, an object,', (v) => typeof v === 'object' && v !== null && !Array.isArray(v)],
  ['the check, 8 hexadecimal characters,', (v) => typeof v === 'string' && /^[0-9a-f]{8}$/.test(v)],
];

/** Reads the line of one entry. Never throws. */
export function readEntryLine(line: string): EntryReading {
  const parsed = parseLine(line);
  if (parsed.problem) return parsed;
  const value = parsed.value;
  if (!Array.isArray(value)) return refuse(line, [], 'an entry was expected: [t_us, level, source, kind, {payload}, check]');
  for (const [index, [says, holds]] of PLACES.entries()) {
    if (!holds(value[index])) return refuse(line, [index], `${says} was expected here`);
  }
  if (value.length > PLACES.length)
    return refuse(line, [PLACES.length], `an entry has ${PLACES.length} parts; nothing more was expected`);
  const [t_us, level, source, kind, payload, check] = value;
  const entry: TraceEntry = { t_us, level, source, kind, payload };
  return (
    payloadProblem(line, entry.payload) ??
    inputProblem(line, entry) ??
    twiceProblem(line, entry, check) ?? { entry, check, problem: null }
  );
}

function payloadProblem(line: string, payload: Payload): EntryReading | null {
  for (const [key, value] of Object.entries(payload)) {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      return refuse(line, [4, key], `${key}: a whole number between −9007199254740991 and 9007199254740991 was expected`);
    }
    if (typeof value !== 'number' && typeof value !== 'string' && typeof value !== 'boolean') {
      return refuse(line, [4, key], `${key}: a whole number, a text, true or false was expected`);
    }
  }
  return null;
}

function inputProblem(line: string, { source, level }: TraceEntry): EntryReading | null {
  return source === 'input' && level !== 3 ? refuse(line, [1], 'an input stands at level 3') : null;
}

/** JSON lets a key stand twice and keeps the last; a line that is written our way cannot hold one. */
function twiceProblem(line: string, entry: TraceEntry, check: string): EntryReading | null {
  if (line === `${entryText(entry).slice(0, -1)},"${check}"]`) return null;
  const place = locateInJson(line);
  return place.kind === 'twice' ? refuseAt(place.offset, `the key ${place.key} stands twice`) : null;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function refuse(line: string, path: readonly PropertyKey[], message: string): EntryReading {
  return { problem: valueProblem(line, path, message) };
}

function refuseAt(offset: number, message: string): EntryReading {
  return { problem: { column: offset + 1, message, isSyntax: false } };
}
