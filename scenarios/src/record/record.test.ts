import type { TraceEntry } from '@dosetwin/twin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigests } from './checkDigests.js';
import { compareReplay } from './compareReplay.js';
import { crc32 } from './crc32.js';
import { problemInWords } from './RecordProblem.js';
import type { RunRecord } from './RunRecord.js';
import { readRecord } from './readRecord.js';
import { arbitraryTrace } from './test/arbitraryTrace.js';
import { entriesOf } from './test/entriesOf.js';
import { endOf, HEADER, recordText } from './test/recordOf.js';

const M = 'harbour-house-1';
const ENTRIES = entriesOf([
  [0, `${M}/session`, 'state', { is: 'inService.idle', on: 'start' }],
  [1, 'input', 'fault', { role: 'trainer', machine: M, cause: 'hang-up', cartridge: 19 }],
  [2, 'P19', 'came', { window: 1, in_window: true }],
  [3, `${M}/mechanism`, 'beam', { broken: true }],
  [4, `${M}/session`, 'jam', { person: 'P19', order: 7, cartridge: 19, mode: 'hung-up' }],
]);

function mustRead(text: string): RunRecord {
  const { record, problems } = readRecord(text, 'a.jsonl');
  expect(problems).toEqual([]);
  return record as RunRecord;
}

function problemsOf(text: string): string[] {
  const { record, problems, unfinished } = readRecord(text, 'a.jsonl');
  expect(record).toBeNull();
  expect(unfinished).toBeNull();
  return problems.map(problemInWords);
}

/** The lines with one of them, from 1, written anew. */
function withLine(text: string, line: number, rewrite: (old: string) => string): string {
  return text
    .split('\n')
    .map((old, i) => (i === line - 1 ? rewrite(old) : old))
    .join('\n');
}

describe('a record', () => {
  it('T3 reads as it was written, whatever the trace', () => {
    fc.assert(
      fc.property(arbitraryTrace, (entries) => {
        const record = mustRead(recordText(entries));
        expect(record).toEqual({ header: HEADER, entries, end: endOf(entries), altered: [] });
        expect(checkDigests(record)).toBeNull();
        expect(compareReplay(record, entries)).toBeNull();
        expect(recordText(record.entries, record.end)).toBe(recordText(entries));
      }),
    );
  });

  it('is JSON Lines with keys in code-unit order, a check at the end of each entry', () => {
    const lines = recordText(ENTRIES).split('\n');
    expect(lines).toHaveLength(ENTRIES.length + 3);
    const text = `[240000000,2,"${M}/session","jam",{"cartridge":19,"mode":"hung-up","order":7,"person":"P19"}]`;
    expect(lines[5]?.replace(/,"[0-9a-f]{8}"]$/, ']')).toBe(text);
    const before = JSON.parse(lines[4] as string)[5] as string;
    expect(JSON.parse(lines[5] as string)[5]).toBe(
      crc32(before + text)
        .toString(16)
        .padStart(8, '0'),
    );
  });

  it('reads with other line ends and with a byte order mark', () => {
    const other = recordText(ENTRIES).replaceAll('\n', '\r\n');
    expect(mustRead(`\ufeff${other}`)).toMatchObject({ entries: ENTRIES, altered: [] });
  });

  it('reads an entry into which white space was put, and names it as altered', () => {
    const spaced = withLine(recordText(ENTRIES), 3, (line) => line.replaceAll(',', ', '));
    expect(mustRead(spaced)).toMatchObject({ entries: ENTRIES, altered: [1] });
    const turned = withLine(recordText(ENTRIES), 3, (line) => `${line.slice(0, -1)} ]`);
    expect(mustRead(turned)).toMatchObject({ entries: ENTRIES, altered: [1] });
  });
});

describe('an unfinished record', () => {
  it('reads up to its last whole line, wherever the writing stopped', () => {
    const text = recordText(ENTRIES);
    const header = text.indexOf('\n') + 1;
    for (let length = header; length < text.length - 1; length++) {
      const { record, problems, unfinished } = readRecord(text.slice(0, length), 'a.jsonl');
      expect(problems).toEqual([]);
      const whole = text.slice(0, length).split('\n').length - 2;
      const held = record?.entries.length ?? -1;
      // A line that lacks only its line feed is whole.
      expect([whole, whole + 1]).toContain(held);
      expect(record?.entries).toEqual(ENTRIES.slice(0, held));
      expect(record?.end).toBeNull();
      expect(unfinished).toMatch(/^The record has no end: the run was stopped before it was over\. It holds \d entr/);
    }
  });

  it('says what it holds, and which line was left out', () => {
    const text = recordText(ENTRIES, null);
    expect(readRecord(text, 'a.jsonl').unfinished).toBe(
      'The record has no end: the run was stopped before it was over. It holds 5 entries, the last 4 min after the start.',
    );
    expect(readRecord(text.slice(0, -9), 'a.jsonl').unfinished).toBe(
      'The record has no end: the run was stopped before it was over. It holds 4 entries, the last 3 min after the start; line 6 is cut off and was left out.',
    );
  });

  it('is the same as a longer run as far as it goes, and its digests cannot be held against anything', () => {
    const record = mustRead(recordText(ENTRIES.slice(0, 3), null));
    expect(compareReplay(record, ENTRIES)).toBeNull();
    expect(checkDigests(record)).toBeNull();
    expect(compareReplay(record, ENTRIES.slice(0, 2))?.line).toBe(4);
  });
});

describe('a broken record is refused with its place and what was expected', () => {
  const text = recordText(ENTRIES);
  const header = JSON.stringify(HEADER);

  it.each([
    ['nothing', '', 'a.jsonl:1:1: the header of a record was expected on the first line, and there is nothing'],
    ['an empty first line', '\n', 'a.jsonl:1:1: the header of a record was expected on the first line, and there is nothing'],
    ['bytes', '\u0000\u0001ELF', 'a.jsonl:1:1: this is no text; a record is JSON Lines in UTF-8'],
    ['another text', 'title: a\n', 'a.jsonl:1:1: this is no record: "format": "dosetwin-record" was expected in the first line'],
    ['another JSON', '{"a":1}\n', 'a.jsonl:1:1: this is no record: "format": "dosetwin-record" was expected in the first line'],
    ['null', 'null\n', 'a.jsonl:1:1: this is no record: "format": "dosetwin-record" was expected in the first line'],
    ['brackets without end', `${'['.repeat(500_000)}\n`, 'a.jsonl:1:66: at most 64 brackets within each other was expected here'],
    ['half a header', header.slice(0, 40), 'a.jsonl:1:41: a key in double quotes was expected here'],
  ])('%s', (_, broken, message) => {
    expect(problemsOf(broken)).toEqual([message]);
  });

  it.each([
    [
      'another version',
      { version: 2 },
      'a.jsonl:1:1: the version of the record is 2; this dosetwin reads version 1',
      /^\{"format/,
    ],
    ['a seed that is a text', { seed: '41207' }, /^a\.jsonl:1:\d+: seed: a whole number/, /^"41207"/],
    ['a seed beyond whole numbers', { seed: 2 ** 53 }, /^a\.jsonl:1:\d+: seed: a whole number/, /^9007199254740992/],
    ['a key of a later version', { weather: 1 }, /^a\.jsonl:1:\d+: weather: Unrecognized key/, /^1}/],
    ['a zone that is a number', { zones: { a: 3 } }, /^a\.jsonl:1:\d+: zones\.a: .*expected string/, /^3}/],
  ])('a header with %s', (_, change, message, place) => {
    const broken = withLine(text, 1, () => JSON.stringify({ ...HEADER, ...change }));
    expect(problemsOf(broken)).toEqual([expect.stringMatching(message)]);
    const [first] = readRecord(broken, 'a.jsonl').problems;
    expect(broken.slice((first?.column ?? 0) - 1)).toMatch(place);
  });

  it.each<[string, (line: string) => string, string]>([
    ['no JSON', (line) => line.replace('"came"', 'came'), 'a.jsonl:4:20: a value was expected here'],
    ['two values', (line) => `${line} 1`, 'a.jsonl:4:69: nothing more on this line was expected here'],
    [
      'a bad escape',
      (line) => line.replace('came', 'ca\\me'),
      'a.jsonl:4:24: one of " \\ / b f n r t u after a backslash was expected here',
    ],
    ['a text', () => '"came"', 'a.jsonl:4:1: an entry was expected: [t_us, level, source, kind, {payload}, check]'],
    ['nothing', () => '', 'a.jsonl:4:1: a value was expected here'],
    [
      'a time with a fraction',
      (line) => line.replace('120000000', '120000000.5'),
      'a.jsonl:4:2: the time, in whole microseconds since the start (0 to 9007199254740991), was expected here',
    ],
    [
      'a time beyond whole numbers',
      (line) => line.replace('120000000', '9007199254740993'),
      'a.jsonl:4:2: the time, in whole microseconds since the start (0 to 9007199254740991), was expected here',
    ],
    [
      'a negative time',
      (line) => line.replace('120000000', '-1'),
      'a.jsonl:4:2: the time, in whole microseconds since the start (0 to 9007199254740991), was expected here',
    ],
    ['another level', (line) => line.replace(',3,', ',4,'), 'a.jsonl:4:12: the level (0, 1, 2 or 3) was expected here'],
    ['an empty source', (line) => line.replace('"P19"', '""'), 'a.jsonl:4:14: the source, a text, was expected here'],
    ['a kind that is a number', (line) => line.replace('"came"', '5'), 'a.jsonl:4:20: the kind, a text, was expected here'],
    ['a list as payload', (line) => line.replace(/\{.*\}/, '[]'), 'a.jsonl:4:27: the payload, an object, was expected here'],
    [
      'a fraction in the payload',
      (line) => line.replace(':1}', ':1.5}'),
      'a.jsonl:4:54: window: a whole number between −9007199254740991 and 9007199254740991 was expected',
    ],
    [
      'nothing in the payload',
      (line) => line.replace(':1}', ':null}'),
      'a.jsonl:4:54: window: a whole number, a text, true or false was expected',
    ],
    [
      'an object in the payload',
      (line) => line.replace(':1}', ':{}}'),
      'a.jsonl:4:54: window: a whole number, a text, true or false was expected',
    ],
    [
      'a key that stands twice',
      (line) => line.replace(':1}', ':1,"in_window":false}'),
      'a.jsonl:4:56: the key in_window stands twice',
    ],
    [
      'no check',
      (line) => line.replace(/,"[0-9a-f]{8}"]/, ']'),
      'a.jsonl:4:1: the check, 8 hexadecimal characters, was expected here',
    ],
    ['one part too many', (line) => line.replace(/]$/, ',1]'), 'a.jsonl:4:68: an entry has 6 parts; nothing more was expected'],
    ['a control character', (line) => line.replace('came', 'ca\u0007me'), 'a.jsonl:4:23: this is no text; an entry was expected'],
    [
      'a huge line',
      (line) => line.replace('came', 'c'.repeat(70_000)),
      'a.jsonl:4: the line is 70063 characters long; at most 65536 were expected here',
    ],
  ])('an entry with %s', (_, rewrite, message) => {
    expect(problemsOf(withLine(text, 4, rewrite))).toEqual([message]);
  });

  it('an entry before the one above it, if it was written so; an altered time is an altered entry', () => {
    const altered = readRecord(
      withLine(text, 4, (line) => line.replace('120000000', '59999999')),
      'a.jsonl',
    );
    expect(altered.record?.altered).toEqual([2]);
    const [a, b, c, ...rest] = ENTRIES as [TraceEntry, TraceEntry, TraceEntry, ...TraceEntry[]];
    const written = recordText([a, b, { ...c, t_us: b.t_us - 1 }, ...rest]);
    expect(problemsOf(written)).toEqual([
      `a.jsonl:4:2: the entry lies at ${b.t_us - 1} µs, before the one above it at ${b.t_us} µs`,
    ]);
  });

  it('an input at a level that is not the world', () => {
    const broken = withLine(text, 3, (line) => line.replace(',3,"input"', ',2,"input"'));
    expect(problemsOf(broken)).toEqual(['a.jsonl:3:11: an input stands at level 3']);
  });

  it('an end that does not fit, and whatever stands behind the end', () => {
    const end = (change: object) => withLine(text, 7, () => JSON.stringify({ end: { ...endOf(ENTRIES), ...change } }));
    expect(problemsOf(end({ entries: 4 }))).toEqual(['a.jsonl:7: the end speaks of 4 entries, and the record holds 5']);
    expect(problemsOf(end({ digest: 'abc' }))).toEqual(['a.jsonl:7:18: end.digest: 64 hexadecimal characters were expected']);
    expect(problemsOf(end({ outcome: 'good' }))[0]).toMatch(/^a\.jsonl:7:\d+: end\.outcome: /);
    expect(problemsOf(withLine(text, 7, () => '{"ende":{}}'))).toEqual([
      'a.jsonl:7:1: an entry or {"end": …} was expected, not an object with ende',
    ]);
    expect(problemsOf(withLine(text, 7, () => '{}'))[0]).toMatch(/not an object with nothing$/);
    expect(problemsOf(`${text}[1]\n`)).toEqual([
      'a.jsonl:8:1: the record has ended on an earlier line; nothing more was expected',
    ]);
  });

  it('tells at most 20 problems, in the order of the lines', () => {
    const problems = problemsOf(`${header}\n${'x\n'.repeat(50)}`);
    expect(problems).toHaveLength(20);
    expect(problems[19]).toBe('a.jsonl:21:1: a value was expected here');
  });

  it('never throws, whatever the text', () => {
    const lines = fc.array(fc.oneof(fc.string(), fc.json(), fc.constantFrom(header, ...text.split('\n'))), { maxLength: 6 });
    fc.assert(
      fc.property(lines, (parts) => {
        const { record, problems } = readRecord(parts.join('\n'), 'a.jsonl');
        expect(record === null).toBe(problems.length > 0);
        for (const { line, column } of problems) expect(line >= 1 && column >= 0).toBe(true);
      }),
    );
  });
});

/** One field of an entry, replaced by another value that a record may hold. */
const alteration = fc.record({
  line: fc.nat(),
  field: fc.constantFrom('t_us', 'level', 'source', 'kind', 'payload'),
  spice: fc.nat(1000),
});

function alter(entries: readonly TraceEntry[], { line, field, spice }: { line: number; field: string; spice: number }) {
  const index = line % entries.length;
  const old = entries[index] as TraceEntry;
  const next_us = entries[index + 1]?.t_us ?? old.t_us + 1000;
  const t_us = next_us > old.t_us ? old.t_us + 1 : old.t_us;
  const level = old.source === 'input' ? 3 : (((old.level + 1 + (spice % 3)) % 4) as TraceEntry['level']);
  const payload = { ...old.payload, [Object.keys(old.payload)[spice % 3] ?? 'order']: `changed ${spice}` };
  const changed = { t_us, level, source: `${old.source}x`, kind: `${old.kind}x`, payload };
  const entry = { ...old, [field]: changed[field as keyof typeof changed] };
  return { index, entry, isSame: JSON.stringify(entry) === JSON.stringify(old) };
}

describe('an altered record', () => {
  it('is named by its line, by the replay and by the digests, whatever field was altered', () => {
    fc.assert(
      fc.property(arbitraryTrace, alteration, (entries, change) => {
        const { index, entry, isSame } = alter(entries, change);
        fc.pre(!isSame);
        const line = index + 2;
        const altered = withLine(recordText(entries), line, (old) => {
          const { t_us, level, source, kind, payload } = entry;
          return JSON.stringify([t_us, level, source, kind, payload, JSON.parse(old)[5]]);
        });
        const record = mustRead(altered);
        expect(record.altered).toEqual([index]);
        expect(checkDigests(record)?.line).toBe(line);
        const replay = compareReplay(record, entries);
        expect(replay).toMatchObject({ line, index, recorded: entry, happened: entries[index] });
        expect(replay?.says.startsWith(`Line ${line}: recorded was `)).toBe(true);
        // Without the checks, the replay alone finds it as well.
        expect(compareReplay({ ...record, altered: [] }, entries)?.line).toBe(line);
      }),
      { numRuns: 300 },
    );
  });

  it('is named also where an input was altered, which the replay does again as altered', () => {
    const text = withLine(recordText(ENTRIES), 3, (line) => line.replace('trainer', 'planner'));
    const record = mustRead(text);
    const difference = compareReplay(record, record.entries);
    expect(difference?.line).toBe(3);
    expect(difference?.says).toBe(
      `Line 3: recorded was input fault (cartridge 19, cause hang-up, machine ${M}, role planner) at 0:01:00.000000; the same happened again. The line does not fit its own check: it was changed after it was written.`,
    );
  });

  it('tells what was recorded and what happened', () => {
    const happened = ENTRIES.map((entry) => (entry.kind === 'jam' ? { ...entry, t_us: entry.t_us + 1 } : entry));
    expect(compareReplay(mustRead(recordText(ENTRIES)), happened)?.says).toBe(
      `Line 6: recorded was ${M}/session jam (cartridge 19, mode hung-up, order 7, person P19) at 0:04:00.000000; what happened is ${M}/session jam (cartridge 19, mode hung-up, order 7, person P19) at 0:04:00.000001.`,
    );
  });

  it('a line that was left out, put in or moved is found by the checks of the lines that remain', () => {
    const lines = recordText(ENTRIES, null).trimEnd().split('\n');
    const without = mustRead(`${lines.toSpliced(3, 1).join('\n')}\n`);
    expect(without.altered).toEqual([2]);
    const twice = mustRead(`${lines.toSpliced(3, 0, lines[3] as string).join('\n')}\n`);
    expect(twice.altered).toEqual([3]);
  });

  it('a run that goes on, or ends before, is told at the first entry too many', () => {
    const record = mustRead(recordText(ENTRIES));
    expect(compareReplay(record, [...ENTRIES, ENTRIES[4] as TraceEntry])).toMatchObject({ line: 7, index: 5, recorded: null });
    expect(compareReplay(record, ENTRIES.slice(0, 4))).toMatchObject({ line: 6, index: 4, happened: null });
  });

  it('T4 an altered digest is told even where every line fits', () => {
    const end = { ...endOf(ENTRIES), controllerDigest: 'a'.repeat(64) };
    expect(checkDigests(mustRead(recordText(ENTRIES, end)))).toEqual({
      line: null,
      says: expect.stringMatching(/^The end states the controller digest aaaaaaaaaaaa…; the entries give [0-9a-f]{12}…\.$/),
    });
    expect(checkDigests(mustRead(recordText(ENTRIES, { ...end, digest: 'b'.repeat(64) })))?.says).toContain('the digest bbbb');
  });
});

describe('crc32', () => {
  it.each([
    ['', 0],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('of %j is the published value', (text, value) => {
    expect(crc32(text)).toBe(value);
  });

  it('agrees with zlib on any text', async () => {
    const { crc32: zlibCrc32 } = await import('node:zlib');
    for (const point of [0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff]) {
      const text = `${String.fromCodePoint(point)}a`;
      expect(crc32(text), text).toBe(zlibCrc32(Buffer.from(text, 'utf8')));
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(crc32(text)).toBe(zlibCrc32(Buffer.from(text, 'utf8')));
      }),
    );
  });
});
