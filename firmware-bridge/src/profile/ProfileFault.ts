/** What is wrong at a place of a profile. */
export interface ProfileFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** A name that may have been meant, or `null`. */
  readonly nearest: string | null;
  /** A key in the map at `path` that is meant, rather than its value. */
  readonly key?: string;
}
