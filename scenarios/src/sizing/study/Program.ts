/** Which dosetwin simulates: two that are equal here give the same digits. */
export interface Program {
  readonly version: string;
  /** SHA-256 over the sources that simulate, in hex: between two versions sources change as well. */
  readonly sources: string;
}

/** As it is said to people: `0.1.0 (sources 3f2a91c0)`. */
export function programInWords({ version, sources }: Program): string {
  return `${version} (sources ${sources.slice(0, 8)})`;
}
