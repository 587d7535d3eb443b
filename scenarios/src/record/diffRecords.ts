import type { Level, TraceEntry } from '@dosetwin/twin';
import { counted } from '../phrase/counted.js';
import { durationInWords } from '../phrase/durationInWords.js';
import { entryInWords } from './entryInWords.js';
import { headerDifferences } from './headerDifferences.js';
import { instantInWords } from './instantInWords.js';
import type { RunRecord } from './RunRecord.js';

/** Times of equal entries may differ by two polls of the host's grid of 20 ms. */
const TOLERANCE_US = 40_000;
/** Payload fields that hold a time, with the same tolerance in their own unit: `tick` counts milliseconds (SPEC H1). */
const TICK_TOLERANCE = TOLERANCE_US / 1000;

export interface RecordDiff {
  readonly equal: boolean;
  /** The first, by time, of all sources' first differences. */
  readonly first: RecordDifference | null;
  /** How many sources tell different things. */
  readonly sources: number;
  /** What the headers say differently, each as a sentence: it may explain a difference and is none by itself. */
  readonly headers: readonly string[];
}

export interface RecordDifference {
  readonly source: string;
  /** The source's how-manieth entry at the levels compared, from 1. */
  readonly ordinal: number;
  /** Lines of the records, from 1; `null` where a record has no such entry. */
  readonly lineA: number | null;
  readonly lineB: number | null;
  readonly says: string;
}

interface Told {
  readonly entry: TraceEntry;
  readonly line: number;
}

/**
 * Whether two records tell the same at the given level and above: for each source the same (kind, payload) in the same
 * order, times at most 40 ms apart. Of an unfinished record only what it reached is compared.
 */
export function diffRecords(a: RunRecord, b: RunRecord, { level }: { readonly level: Level }): RecordDiff {
  const toldA = bySource(a, level);
  const toldB = bySource(b, level);
  const until_us = Math.min(reach(a), reach(b));
  const differences = [...new Set([...toldA.keys(), ...toldB.keys()])].flatMap((source) => {
    const found = firstOf(source, toldA.get(source) ?? [], toldB.get(source) ?? [], until_us);
    return found ? [found] : [];
  });
  differences.sort((x, y) => x.t_us - y.t_us || x.line - y.line);
  return {
    equal: differences.length === 0,
    first: differences[0]?.difference ?? null,
    sources: differences.length,
    headers: headerDifferences(a.header, b.header),
  };
}

function bySource({ entries }: RunRecord, level: Level): Map<string, Told[]> {
  const told = new Map<string, Told[]>();
  entries.forEach((entry, index) => {
    if (entry.level < level) return;
    const list = told.get(entry.source);
    if (list) list.push({ entry, line: index + 2 });
    else told.set(entry.source, [{ entry, line: index + 2 }]);
  });
  return told;
}

/** Up to when an entry that only the other record has counts: a record without an end says nothing about later. */
function reach({ entries, end }: RunRecord): number {
  return end ? Number.POSITIVE_INFINITY : (entries.at(-1)?.t_us ?? 0) - TOLERANCE_US;
}

interface Found {
  readonly t_us: number;
  readonly line: number;
  readonly difference: RecordDifference;
}

function firstOf(source: string, a: readonly Told[], b: readonly Told[], until_us: number): Found | null {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [inA, inB] = [a[i] ?? null, b[i] ?? null];
    const why = differs(inA?.entry ?? null, inB?.entry ?? null);
    if (why === null) continue;
    const t_us = Math.min(inA?.entry.t_us ?? Number.POSITIVE_INFINITY, inB?.entry.t_us ?? Number.POSITIVE_INFINITY);
    if ((inA === null || inB === null) && t_us > until_us) return null;
    const [lineA, lineB] = [inA?.line ?? null, inB?.line ?? null];
    const says = `${source}, ${ordinalInWords(i + 1)}: ${told('A', inA)}; ${told('B', inB)}. ${why}`;
    return { t_us, line: lineA ?? lineB ?? 0, difference: { source, ordinal: i + 1, lineA, lineB, says } };
  }
  return null;
}

function differs(a: TraceEntry | null, b: TraceEntry | null): string | null {
  if (!a || !b) return a ? 'B has no such entry.' : 'A has no such entry.';
  if (a.kind !== b.kind) return `The kinds differ: ${a.kind}, ${b.kind}.`;
  const keys = [...new Set([...Object.keys(a.payload), ...Object.keys(b.payload)])].sort();
  const other = keys.filter((key) => !sameValue(key, a, b));
  if (other.length > 0) {
    return `${other.map((key) => `${key} is ${valueInWords(a, key)} in A and ${valueInWords(b, key)} in B`).join('; ')}.`;
  }
  const apart_us = Math.abs(a.t_us - b.t_us);
  return apart_us > TOLERANCE_US ? `The times lie ${durationInWords(apart_us)} apart; at most 40 ms were expected.` : null;
}

function sameValue(key: string, a: TraceEntry, b: TraceEntry): boolean {
  const [x, y] = [a.payload[key], b.payload[key]];
  if (x === y) return true;
  if (typeof x !== 'number' || typeof y !== 'number') return false;
  const tolerance = key.endsWith('_us') ? TOLERANCE_US : key === 'tick' ? TICK_TOLERANCE : 0;
  return Math.abs(x - y) <= tolerance;
}

function valueInWords({ payload }: TraceEntry, key: string): string {
  return payload[key] === undefined ? 'missing' : String(payload[key]);
}

function told(name: string, at: Told | null): string {
  return at ? `${name} (line ${at.line}) ${entryInWords(at.entry)} at ${instantInWords(at.entry.t_us)}` : `${name} nothing`;
}

function ordinalInWords(n: number): string {
  return n === 1 ? 'its first entry' : `after ${counted(n - 1, 'equal entry', 'equal entries')}`;
}
