/** What the simulation asks of the ways between a region's places, which are numbered in the order of its file (Z5). */
export interface Ways {
  /** Spells of the study in which the same links are open. */
  readonly periods: number;
  /** By day of the study: its period. */
  readonly periodOfDay: Uint8Array;
  /** Kilometres of the shortest way; infinity where there is none. */
  km(period: number, from: number, to: number): number;
  /** Hours for it. */
  hours(period: number, from: number, to: number): number;
}
