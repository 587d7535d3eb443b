/** `harbour-house-1/cartridge-07` */
export function cartridgeAddress(machine: string, cartridge: number): string {
  return `${machine}/cartridge-${String(cartridge).padStart(2, '0')}`;
}
