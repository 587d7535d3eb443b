import type { Assumption } from '../format/Scenario.js';
import type { RecordVersions, SetParameter } from '../record/RunRecord.js';
import type { ComparedMeasure } from './Comparison.js';
import type { Change } from './changeScenario.js';

/** Designs run on the same seeds, and what came of it; plain data, as JSON knows it. */
export interface ComparisonStudy {
  /** The first is what the others are compared with. */
  readonly sides: readonly StudySide[];
  readonly seeds: { readonly first: number; readonly asked: number; readonly done: number };
  /** Measures that the first scenario says to look at, the plainest first. */
  readonly lookAt: readonly string[];
  /** One for each side but the first, in their order. */
  readonly contrasts: readonly Contrast[];
  readonly sensitivity: Sensitivity | null;
  /** Over all that the runs came to, by side and seed. */
  readonly digest: string;
  readonly versions: RecordVersions;
}

export interface StudySide {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Rows of the study, `S1` to `S30`. */
  readonly study: readonly string[];
  /** Made of a site's own lists: means of people and doses below 5 are not to be shown. */
  readonly isImported: boolean;
  readonly changes: readonly Change[];
  readonly parameters: readonly SetParameter[];
}

export interface Contrast {
  /** The place of the side that is compared with the first. */
  readonly side: number;
  readonly measures: readonly ComparedMeasure[];
  /** The measure that is told first, `null` when nothing could be measured. */
  readonly leading: string | null;
}

/** How the leading difference of each contrast moves when one assumption after the other takes its least and its most. */
export interface Sensitivity {
  /** Seeds under each value. */
  readonly runs: number;
  readonly rows: readonly SensitivityRow[];
}

export interface SensitivityRow {
  readonly assumption: Assumption;
  /** One for each contrast. */
  readonly effects: readonly { readonly low: ComparedMeasure | null; readonly high: ComparedMeasure | null }[];
}
