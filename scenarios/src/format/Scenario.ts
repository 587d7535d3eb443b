import type { WorldSpec } from '@dosetwin/twin';
import type { Expectation } from '../expect/Expectation.js';
import type { Problems } from './Problem.js';
import type { Audience } from './schema/scenarioSchema.js';

export interface VariantHeader {
  /** As on the command line, after the colon: `key-on-site`. */
  readonly name: string;
  readonly title: string;
  /** Empty when the file says nothing. */
  readonly about: string;
}

/** An expectation and where it stands in its file, line and column from 1. */
export interface PlacedExpectation {
  readonly expectation: Expectation;
  readonly line: number;
  readonly column: number;
}

/** What a scenario rests on and nobody has measured: where it stands in the file, and between what values it may lie. */
export interface Assumption {
  readonly says: string;
  /** `people.residents.attendance` */
  readonly set: string;
  /** As the file would write them. */
  readonly low: WrittenValue;
  readonly high: WrittenValue;
}

export type WrittenValue = string | number | boolean | readonly (string | number | boolean)[];

/** A scenario ready to run: what it says of itself, and the world that it makes. */
export interface ResolvedScenario {
  /** The title of the variant, if it is one. */
  readonly title: string;
  readonly about: string;
  /** Rows of the study, `S1` to `S30`. */
  readonly study: readonly string[];
  readonly audience: readonly Audience[];
  /** A check of the bench itself, for no audience. */
  readonly isCheck: boolean;
  /** Made of a site's own lists. */
  readonly isImported: boolean;
  /** Measures in which its effect shows, the plainest first. */
  readonly lookAt: readonly string[];
  readonly variant: string | null;
  readonly seed: number;
  readonly spec: WorldSpec;
  readonly expectations: readonly PlacedExpectation[];
}

/** A file that was read and found whole, with all its variants: every choice of a variant and a seed gives a world. */
export interface Scenario {
  readonly file: string;
  /** The whole text, for the record. */
  readonly text: string;
  readonly title: string;
  readonly about: string;
  readonly study: readonly string[];
  readonly audience: readonly Audience[];
  readonly isCheck: boolean;
  /** Made of a site's own lists. */
  readonly isImported: boolean;
  /** Measures in which its effect shows, the plainest first. */
  readonly lookAt: readonly string[];
  /** The file's own seed. */
  readonly seed: number;
  readonly assumptions: readonly Assumption[];
  readonly variants: readonly VariantHeader[];
  /**
   * The world of a variant (`null`: the scenario as it stands) under a seed (left out: the file's own). Faults by chance
   * are drawn from that seed, so that another seed must be resolved anew. `null` when there is no such variant.
   */
  resolve(variant: string | null, seed?: number): ResolvedScenario | null;
}

/** A scenario, or what is to be mended. */
export type Loaded = { readonly scenario: Scenario } | Problems;
