import { CABINET } from './CABINET.js';

/** Where a cartridge sits: its shelf and column, and the front end of its coil's axis, millimetres. */
export interface CartridgePlace {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  /** Height of the tray that the packages stand on. */
  readonly trayY: number;
  /** Height of the coil's axis. */
  readonly coilY: number;
  readonly frontZ: number;
}

/** Cartridge 1 is at the top left, 8 at the top right, 48 at the bottom right. Throws a RangeError outside 1..48. */
export function cartridgePlace(number: number): CartridgePlace {
  const { shelf, coil } = CABINET;
  if (!Number.isInteger(number) || number < 1 || number > shelf.rows * shelf.columns) {
    throw new RangeError(`cartridge ${number} is outside 1..${shelf.rows * shelf.columns}`);
  }
  const row = Math.floor((number - 1) / shelf.columns);
  const column = (number - 1) % shelf.columns;
  const trayY = shelf.top - row * shelf.rowPitch;
  return {
    row,
    column,
    x: shelf.left + (column + 0.5) * shelf.lanePitch,
    trayY,
    coilY: trayY + coil.rise + coil.diameter / 2,
    frontZ: shelf.front,
  };
}
