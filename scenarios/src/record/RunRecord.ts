import type { TraceEntry } from '@dosetwin/twin';
import type { ExpectationResult, Outcome } from '../expect/Expectation.js';
import type { Measures } from '../measures/Measures.js';

/**
 * A record: JSON Lines, UTF-8. Line 1 is the header, then one line per entry as it was emitted, then the end. The inputs
 * are the entries whose source is `input`. What was written is never lost: without its end line a record still reads, as
 * unfinished.
 */
export interface RunRecord {
  readonly header: RecordHeader;
  /** The whole trace, in the order emitted; entry n stands on line n + 2. */
  readonly entries: readonly TraceEntry[];
  /** `null`: the record is unfinished. */
  readonly end: RecordEnd | null;
  /**
   * Entries (from 0) whose line's check does not follow from the line and the check before it: they were altered, moved or
   * put in after they were written. Empty for a record that was made in memory.
   */
  readonly altered: readonly number[];
}

export const RECORD_FORMAT = 'dosetwin-record';
export const RECORD_VERSION = 1;

/** Line 1. Versions stand here, outside the digests (SPEC T5). */
export interface RecordHeader {
  readonly format: typeof RECORD_FORMAT;
  readonly version: typeof RECORD_VERSION;
  /** The scenario's name, `stuck-dose-no-key`. */
  readonly scenario: string;
  readonly variant: string | null;
  readonly title: string;
  /** The whole text of the scenario file, so that a record can be replayed anywhere. */
  readonly source: string;
  readonly seed: number;
  readonly length_us: number;
  /** Microseconds since 1970-01-01T00:00Z at which the scenario starts. */
  readonly epoch_us: number;
  /** Site id to IANA zone. */
  readonly zones: Readonly<Record<string, string>>;
  /** Machine id to who stands below its hinge. */
  readonly controllers: Readonly<Record<string, string>>;
  /** Every parameter that the scenario set; all others have their defaults. */
  readonly parameters: readonly SetParameter[];
  readonly versions: RecordVersions;
}

export interface SetParameter {
  /** A machine's id, or `null` for the whole scenario. */
  readonly machine: string | null;
  readonly block: string;
  readonly name: string;
  /** In the parameter's own unit. */
  readonly value: number;
}

export interface RecordVersions {
  readonly dosetwin: string;
  /** Of the pinned zone data, `2026f`. */
  readonly zoneData: string;
  readonly [part: string]: string;
}

/** The last line, as `{"end": …}`. */
export interface RecordEnd {
  /** Chain over levels 2 and 3 with the inputs (SPEC T4), 64 hexadecimal characters. */
  readonly digest: string;
  /** Chain over levels 0 and 1. */
  readonly controllerDigest: string;
  /** How many entries the record holds. */
  readonly entries: number;
  readonly outcome: Outcome;
  readonly expectations: readonly ExpectationResult[];
  readonly measures: Measures;
}
