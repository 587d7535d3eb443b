import type { Actuation, ControlledPins } from '@dosetwin/twin';
import type { Drives, Levels } from './LinesWire.js';

/**
 * The pins of a machine whose controller is here and whose lines are at the other end of a wire: levels as they were last read, outputs as
 * they shall be. Without a wire nothing moves that anybody could follow, which is told as a supply that is low.
 */
export class LinePins implements ControlledPins {
  readonly #columns: number;
  #levels: Levels = {};
  #isLost = false;
  #cartridge = 0;
  #bolt = false;
  #diverter = false;
  #watcher: () => void = () => {};

  /** @param columns of the matrix; cartridge n lies in row (n - 1) div columns */
  constructor(columns: number) {
    this.#columns = columns;
  }

  watch(watcher: () => void): void {
    this.#watcher = watcher;
  }

  /** What was read; what the board does not show is as it is at rest. */
  see(levels: Levels): void {
    this.#levels = levels;
    this.#watcher();
  }

  lose(isLost: boolean): void {
    this.#isLost = isLost;
    this.#watcher();
  }

  get isMotorOn(): boolean {
    return this.#cartridge !== 0;
  }

  /** Nothing is driven, and nothing stands open. */
  get isAtRest(): boolean {
    return !this.isMotorOn && !this.#bolt && !this.doorOpen && !this.flapOpen && !this.beamDark;
  }

  get drives(): Drives {
    const place = this.#cartridge - 1;
    const [row, column] = this.isMotorOn ? [Math.floor(place / this.#columns) + 1, (place % this.#columns) + 1] : [0, 0];
    return {
      rows: row === 0 ? 0 : 1 << (row - 1),
      columns: column === 0 ? 0 : 1 << (column - 1),
      row,
      column,
      cartridge: this.#cartridge,
      motor: this.isMotorOn ? 1 : 0,
      bolt: this.#bolt ? 1 : 0,
      diverter: this.#diverter ? 1 : 0,
    };
  }

  get supplyLow(): boolean {
    return this.#isLost || this.#levels['supply-low'] === true;
  }

  get doorOpen(): boolean {
    return this.#levels['door-open'] === true;
  }

  get tampered(): boolean {
    return this.#levels.tampered === true;
  }

  get flapOpen(): boolean {
    return this.#levels['flap-open'] === true;
  }

  /** A bolt that nobody looks at is where it was sent. */
  get boltBack(): boolean {
    return this.#levels['bolt-back'] ?? this.#bolt;
  }

  get beamDark(): boolean {
    return this.#levels['beam-dark'] === true;
  }

  get currentHigh(): boolean {
    return this.#levels['current-high'] === true;
  }

  /** There is one line for all: the cam switch of the motor that is on. */
  camClosed(): boolean {
    return this.#levels['cam-closed'] === true;
  }

  actuate(actuation: Actuation): void {
    if (actuation.type === 'MOTOR') this.#cartridge = actuation.on ? actuation.cartridge : 0;
    else if (actuation.type === 'BOLT') this.#bolt = actuation.to === 'back';
    else this.#diverter = actuation.to === 'reject';
    this.#watcher();
  }
}
