import type { DriveName, LevelName, LinesProfile } from './linesSchema.js';

/** What a reading found; a level that the board does not show is missing. */
export type Levels = { readonly [name in LevelName]?: boolean };

/** What the outputs shall be, as numbers. */
export type Drives = { readonly [name in DriveName]: number };

/** How a request ended: `other`, with why: what answers is no such board. */
export type Read = { readonly levels: Levels } | { readonly other: string } | 'silent';

/** Speaks with a board of bare lines, one request at a time; nothing is ever repeated here. */
export interface LinesWire {
  readonly isBroken: boolean;
  readonly isIdle: boolean;
  readonly next_us: number | null;
  open(now_us: number): void;
  close(now_us: number): void;
  receive(bytes: Uint8Array, now_us: number): void;
  advance(now_us: number): Uint8Array | null;
  /** Asks whether this is such a board, where it can be asked, then for its levels. */
  greet(done: (read: Read, now_us: number) => void): void;
  read(done: (read: Read, now_us: number) => void): void;
  write(drives: Drives, done: (isTaken: boolean, now_us: number) => void): void;
}

/** A board answers within this, or it has not heard. Assumption: generous for any line of 9600 baud. */
export const ANSWER_us = 250_000;

/** Levels of the values that were read, by what each is read of. @param valueAt `undefined`: there is none */
export function levelsOf<T>(levels: LinesProfile['levels'], valueAt: (of: T) => string | undefined, base: number): Levels {
  const found: { [name in LevelName]?: boolean } = {};
  for (const [name, level] of Object.entries(levels)) {
    if (level === undefined) continue;
    const value = valueAt(level.of as T);
    if (value === undefined) continue;
    const isOn = 'is' in level ? value === level.is : ((Number.parseInt(value, base) >>> level.bit) & 1) === 1;
    found[name as LevelName] = 'is' in level ? isOn : isOn !== (level.inverted === 'yes');
  }
  return found;
}
