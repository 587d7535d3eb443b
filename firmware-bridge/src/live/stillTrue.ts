import type { Signal } from '@dosetwin/twin';

type SignalName = Signal['name'];

/** What a machine says when something is not as it should be, and when it is again. */
const PAIRS: readonly (readonly [wrong: SignalName, right: SignalName])[] = [
  ['door-opened', 'door-closed'],
  ['flap-opened', 'flap-closed'],
  ['flap-stuck', 'flap-freed'],
  ['supply-low', 'supply-good'],
  ['tamper-opened', 'tamper-closed'],
];

/** Of what was said while the machine was made ready for a run, what the run must hear: that which is still wrong. */
export function stillTrue(signals: readonly Signal[]): Signal[] {
  return PAIRS.flatMap(([wrong, right]) => {
    const last = signals.findLast(({ name }) => name === wrong || name === right);
    return last?.name === wrong ? [last] : [];
  });
}
