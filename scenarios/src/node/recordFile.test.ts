import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemInWords } from '../record/RecordProblem.js';
import { entriesOf } from '../record/test/entriesOf.js';
import { endOf, HEADER, recordText } from '../record/test/recordOf.js';
import { RecordFile, readRecordFile } from './recordFile.js';

const ENTRIES = entriesOf([
  [0, 'harbour-house-1/session', 'presented', { person: 'P19' }],
  [1, 'nurse', 'answered', { machine: 'harbour-house-1', answer: 'busy', reason: 'à midi', until_us: 0 }],
]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dosetwin-record-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const problemsOf = (path: string) => readRecordFile(path).problems.map(problemInWords);

describe('the file of a record', () => {
  it('holds each line as soon as it is added, and reads as it was written', () => {
    const path = join(folder, 'runs', 'a.jsonl');
    const file = new RecordFile(path, HEADER);
    for (const [i, entry] of ENTRIES.entries()) {
      file.add(entry);
      expect(readRecordFile(path).record?.entries).toEqual(ENTRIES.slice(0, i + 1));
    }
    file.end(endOf(ENTRIES));
    file.close();
    expect(readFileSync(path, 'utf8')).toBe(recordText(ENTRIES));
    expect(readRecordFile(path)).toMatchObject({ record: { header: HEADER, entries: ENTRIES }, problems: [], unfinished: null });
  });

  it('closed without an end is unfinished; replacing it leaves nothing of the old one', () => {
    const path = join(folder, 'a.jsonl');
    writeFileSync(path, 'x'.repeat(100_000));
    const file = new RecordFile(path, HEADER);
    file.add(ENTRIES[0]!);
    file.close();
    expect(readRecordFile(path).unfinished).toMatch(/It holds 1 entry, the last 0 s after the start\.$/);
  });

  it('cut off in the middle of a character leaves out that line', () => {
    const path = join(folder, 'a.jsonl');
    writeFileSync(path, recordText(ENTRIES, null));
    truncateSync(path, readFileSync(path).indexOf(Buffer.from('à')) + 1);
    const { record, unfinished } = readRecordFile(path);
    expect(record?.entries).toEqual(ENTRIES.slice(0, 1));
    expect(unfinished).toMatch(/line 3 is cut off and was left out\.$/);
  });

  it('that is missing, a folder, or no text is a problem with its place', () => {
    expect(problemsOf(join(folder, 'no.jsonl'))).toEqual([`${join(folder, 'no.jsonl')}: there is no such file`]);
    expect(problemsOf(folder)).toEqual([`${folder}: this is a folder; the file of a record was expected`]);
    const path = join(folder, 'a.jsonl');
    writeFileSync(path, Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0]));
    expect(problemsOf(path)).toEqual([`${path}:1:2: this is no text in UTF-8; a record is JSON Lines`]);
    writeFileSync(path, recordText(ENTRIES, null));
    appendFileSync(path, Buffer.from([0x22, 0xff, 0x22, 0x0a, 0x0a]));
    expect(problemsOf(path)).toEqual([`${path}:4:2: this is no text in UTF-8; a record is JSON Lines`]);
  });
});
