/** Cartridges that a machine can have: 1 to 48. */
export const MOST_CARTRIDGES = 48;

/** Where a cartridge's chart stands in the trace: `harbour-house-1/cartridge-07`. */
export function cartridgeAddress(machine: string, cartridge: number): string {
  return `${machine}/cartridge-${cartridge < 10 ? '0' : ''}${cartridge}`;
}
