import type { CPU } from 'avr8js';
import type { ClockEvents } from './ClockEvents.js';
import type { Interrupts } from './Interrupts.js';

/** What the peripherals of one chip share. */
export interface ChipParts {
  readonly cpu: CPU;
  readonly clock: ClockEvents;
  readonly interrupts: Interrupts;
}
