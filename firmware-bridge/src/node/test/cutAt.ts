import type { UnitWrite } from '../HostUnit.js';

/** What a byte may read as that was being written when the power went: as before, as meant, erased, neither. */
export const TORN = [
  (write: UnitWrite) => write.old,
  (write: UnitWrite) => write.byte,
  () => 0xff,
  (write: UnitWrite) => write.old & write.byte,
  (write: UnitWrite) => write.byte ^ 0x55,
] as const;

/** The EEPROM as it is after the first `done` of these writes, the next one torn. */
export function cutAt(
  before: Uint8Array,
  writes: readonly UnitWrite[],
  done: number,
  torn: (write: UnitWrite) => number,
): Uint8Array {
  const kept = Uint8Array.from(before);
  for (const { address, byte } of writes.slice(0, done)) kept[address] = byte;
  const inFlight = writes[done];
  if (inFlight) kept[inFlight.address] = torn(inFlight);
  return kept;
}
