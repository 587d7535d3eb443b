/** One thing to mend in a scenario file, where it stands, and what to write instead. */
export interface Problem {
  readonly file: string;
  /** Both from 1; the column counts characters. */
  readonly line: number;
  readonly column: number;
  /** How many characters of that line it is about, at least 1. */
  readonly width: number;
  /** `sites.harbour-house.zone`, `faults[0].at`; empty for the file as a whole. Lists count from 0. */
  readonly path: string;
  /** A sentence for somebody who has never seen the format. */
  readonly message: string;
  /** What stands there: `'America/Vancuver'`, `nothing`, `a list`. */
  readonly found: string;
  readonly expected: string;
  /** The nearest valid name, where a name is wrong and one is near. */
  readonly nearest: string | null;
  /** The line of the file, for the caret; long lines are cut around the place. */
  readonly source: string;
  /** Where in `source` the caret stands, from 0. */
  readonly caret: number;
}

/** At most this many problems of a file are told at once. */
export const PROBLEM_LIMIT = 20;

/** The problems of a file, in the order of the file, and how many more there are. */
export interface Problems {
  readonly problems: readonly Problem[];
  readonly more: number;
}
