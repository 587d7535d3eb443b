/** What a file `ROOM/bench/NAME.bench.ts` exports as `benchmark`. */
export interface Benchmark {
  /** What is measured, in a few words. */
  readonly name: string;
  /** The unit of the value, and whether more of it is better. */
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  /** One round. A reference is measured in the same round, so that both met the same machine. */
  run(): Promise<Measurement>;
}

export interface Measurement {
  readonly value: number;
  readonly reference?: number;
  /** What the reference is; given with it. */
  readonly referenceName?: string;
  /** What else a reader wants to know of the round; the last one's is shown. */
  readonly note?: string;
}
