import { TraceChain, type TraceEntry } from '@dosetwin/twin';
import { MeasureFold } from '../../measures/MeasureFold.js';
import { RecordLines } from '../RecordLines.js';
import { RECORD_FORMAT, RECORD_VERSION, type RecordEnd, type RecordHeader } from '../RunRecord.js';

/** A header for tests. */
export const HEADER: RecordHeader = {
  format: RECORD_FORMAT,
  version: RECORD_VERSION,
  scenario: 'stuck-dose-no-key',
  variant: null,
  title: 'Stuck dose, no key',
  source: 'title: Stuck dose, no key\nabout: |\n  "quoted" – and a dash\n',
  seed: 41207,
  length_us: 21_600_000_000,
  epoch_us: 1_631_646_000_000_000,
  zones: { 'harbour-house': 'America/Vancouver' },
  controllers: { 'harbour-house-1': 'model' },
  parameters: [{ machine: null, block: 'support', name: 'remoteFixShare', value: 0.25 }],
  versions: { dosetwin: '0.1.0', zoneData: '2026f' },
};

/** The end that belongs to entries. */
export function endOf(entries: readonly TraceEntry[]): RecordEnd {
  const chain = new TraceChain();
  const fold = new MeasureFold();
  for (const entry of entries) {
    chain.add(entry);
    fold.add(entry);
  }
  const { upper, lower } = chain.digests;
  return {
    digest: upper,
    controllerDigest: lower,
    entries: entries.length,
    outcome: 'held',
    expectations: [],
    measures: fold.result(entries.at(-1)?.t_us ?? 0),
  };
}

/** A whole record's text. */
export function recordText(entries: readonly TraceEntry[], end: RecordEnd | null = endOf(entries)): string {
  const lines = new RecordLines();
  return [lines.header(HEADER), ...entries.map((entry) => lines.entry(entry)), end ? lines.end(end) : ''].join('');
}
