import type { Input, TraceEntry } from '@dosetwin/twin';
import { beforeAll, describe, expect, it } from 'vitest';
import { findScenario } from '../node/library.js';
import { RecordLines } from '../record/RecordLines.js';
import type { RecordEnd, RunRecord } from '../record/RunRecord.js';
import { readRecord } from '../record/readRecord.js';
import { recordRun } from './recordRun.js';
import { replayRecord } from './replayRecord.js';

const MIN_US = 60_000_000;
const MACHINE = 'harbour-house-1';
const INPUTS: readonly Input[] = [
  { t_us: 30 * MIN_US, role: 'trainer', kind: 'network', machine: MACHINE, up: false },
  { t_us: 45 * MIN_US, role: 'trainer', kind: 'network', machine: MACHINE, up: true },
  { t_us: 150 * MIN_US, role: 'engineer', kind: 'key-on-site', machine: MACHINE, by: 'visitor' },
];

/** As the file of a record gives it back. */
function read(record: RunRecord, rewrite: (lines: string[]) => void = () => {}): RunRecord {
  const writer = new RecordLines();
  const end = record.end ? [writer.end(record.end)] : [];
  const lines = [writer.header(record.header), ...record.entries.map((entry) => writer.entry(entry)), ...end];
  rewrite(lines);
  const { record: back, problems } = readRecord(lines.join(''), 'a.jsonl');
  expect(problems).toEqual([]);
  return back as RunRecord;
}

function replaced(up: string, down: string) {
  return (line: string | undefined) => {
    expect(line).toContain(up);
    return (line as string).replace(up, down);
  };
}

describe('a record done again', () => {
  let record: RunRecord;
  let half: RunRecord;

  beforeAll(() => {
    const found = findScenario('stuck-dose-no-key');
    if ('problems' in found) throw new Error('the library lacks stuck-dose-no-key');
    const resolved = found.scenario.resolve(null, 7);
    if (!resolved) throw new Error('it does not resolve');
    const recorded = recordRun({ name: found.name, source: found.scenario.text, resolved }, { inputs: INPUTS });
    recorded.run.runUntil(100 * MIN_US);
    half = recorded.record();
    recorded.run.finish();
    record = recorded.record();
  });

  it('[K6] is the same, its inputs being fed', () => {
    expect(record.entries.filter(({ source }) => source === 'input')).toHaveLength(INPUTS.length);
    const result = replayRecord(read(record));
    expect(result).toMatchObject({ is: 'same', again: { end: { digest: (record.end as RecordEnd).digest } } });
  });

  it('is the same as far as it goes, when it is unfinished', () => {
    expect(half.end).toBeNull();
    expect(replayRecord(read(half))).toMatchObject({ is: 'same' });
  });

  it.each([0, 1, 300, 700])('names entry %d when its time was altered', (index) => {
    const altered = read(record, (lines) => {
      const line = lines[index + 1] as string;
      lines[index + 1] = line.replace(/^\[(\d+)/, (_, t_us: string) => `[${Number(t_us) + 1}`);
    });
    expect(replayRecord(altered)).toMatchObject({ is: 'different', line: index + 2, entry: { index } });
  });

  it.each(INPUTS.map((input, nth) => [nth, input.kind] as const))(
    'names input %d (%s) when it was altered, earlier or later',
    (nth) => {
      const index = record.entries.findIndex((entry) => isNth(record.entries, entry, nth));
      for (const shift_us of [-20 * MIN_US, 20 * MIN_US]) {
        const altered = read(record, (lines) => {
          lines[index + 1] = (lines[index + 1] as string).replace(/^\[(\d+)/, (_, t_us: string) => `[${Number(t_us) + shift_us}`);
        });
        expect(replayRecord(altered)).toMatchObject({ is: 'different', line: index + 2 });
      }
      const unheard = read(record, (lines) => {
        lines[index + 1] = (lines[index + 1] as string).replace(/"(network|key-on-site)"/, '"earthquake"');
      });
      expect(replayRecord(unheard)).toEqual({
        is: 'different',
        line: index + 2,
        says: `Line ${index + 2}: there is no input 'earthquake'.`,
        entry: null,
      });
    },
  );

  it('names an input that was altered to name a machine which is not there', () => {
    const index = record.entries.findIndex(({ source }) => source === 'input');
    const altered = read(record, (lines) => {
      lines[index + 1] = replaced(`"machine":"${MACHINE}"`, '"machine":"elsewhere"')(lines[index + 1]);
    });
    const says = `Line ${index + 2}: there is no machine elsewhere.`;
    expect(replayRecord(altered)).toMatchObject({ is: 'different', line: index + 2, says });
  });

  it('names the first line or the last when they were altered', () => {
    const last = record.entries.length + 2;
    const head = (up: string, down: string) => read(record, (lines) => (lines[0] = replaced(up, down)(lines[0])));
    const tail = (up: string, down: string) => read(record, (lines) => (lines[last - 1] = replaced(up, down)(lines[last - 1])));
    expect(replayRecord(head('"title":"Stuck dose, no key"', '"title":"A quiet day"'))).toMatchObject({
      is: 'different',
      line: 1,
    });
    expect(replayRecord(head('"harbour-house":"America/Vancouver"', '"harbour-house":"UTC"'))).toMatchObject({
      is: 'different',
      line: 1,
    });
    // The first line has no check of its own: that all others fit theirs, and do not happen again, tells.
    expect(replayRecord(head(`"seed":${record.header.seed},`, '"seed":1,'))).toMatchObject({
      is: 'different',
      says: expect.stringContaining('its first line was altered (seed, variant, scenario or controllers)'),
    });
    const { outcome, digest } = record.end as RecordEnd;
    const other = outcome === 'held' ? 'failed' : 'held';
    expect(replayRecord(tail(`"outcome":"${outcome}"`, `"outcome":"${other}"`))).toMatchObject({ is: 'different', line: last });
    expect(replayRecord(tail(digest, '0'.repeat(64)))).toMatchObject({ is: 'different', line: last });
    expect(replayRecord(tail('"served":', '"served":1'))).toMatchObject({ is: 'different', line: last });
  });

  it('is refused where it rests on another version, another body or no scenario', () => {
    const { header } = record;
    const refusal = (change: object) => replayRecord({ ...record, header: { ...header, ...change } });
    expect(refusal({ versions: { ...header.versions, zoneData: '2020a' } })).toMatchObject({
      is: 'refused',
      says: expect.stringContaining('recorded with zoneData 2020a; this dosetwin has 2026f'),
    });
    expect(refusal({ versions: { ...header.versions, compiler: '9' } })).toMatchObject({ is: 'refused' });
    expect(refusal({ controllers: { [MACHINE]: 'steam' } })).toMatchObject({
      is: 'refused',
      says: expect.stringContaining("'steam'"),
    });
    expect(refusal({ source: 'title: x\n' })).toMatchObject({
      is: 'refused',
      says: expect.stringContaining("'start' is missing"),
    });
    expect(refusal({ variant: 'nowhere' })).toMatchObject({
      is: 'refused',
      says: expect.stringContaining("no variant 'nowhere'"),
    });
  });
});

function isNth(entries: readonly TraceEntry[], entry: TraceEntry, nth: number): boolean {
  return entries.filter(({ source }) => source === 'input')[nth] === entry;
}
