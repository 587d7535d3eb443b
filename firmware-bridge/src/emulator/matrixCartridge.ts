const COLUMNS = 6;

/**
 * Which cartridge's motor lies between a row and a column that are both on (PROTOCOL.md, pins): 1 to 48; 0 when no motor has
 * both; `several` when more than one has, which would turn none well and all a little.
 */
export function matrixCartridge(rows: number, columns: number): number | 'several' {
  if (rows === 0 || columns === 0) return 0;
  if (!isOneBit(rows) || !isOneBit(columns)) return 'several';
  return COLUMNS * bitOf(rows) + bitOf(columns) + 1;
}

function isOneBit(bits: number): boolean {
  return (bits & (bits - 1)) === 0;
}

function bitOf(bits: number): number {
  return 31 - Math.clz32(bits);
}
