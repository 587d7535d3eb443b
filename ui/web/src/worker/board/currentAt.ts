import type { Waveform } from '@dosetwin/firmware-bridge';
import type { TraceEntry } from '@dosetwin/twin';
import type { BoardLog } from './BoardLog.js';
import type { CurrentView } from './BoardView.js';

/** Orders that turn a motor. */
const MOVES = new Set(['vend', 'recover']);
/** From a command to the first turn: received, accepted, and up to a second until its tick. */
const START_MOST_us = 2_000_000;

/** The motor current of the last motion that had begun by `t_us`, up to there. */
export function currentAt(log: BoardLog, entries: readonly TraceEntry[], machine: string, t_us: number): CurrentView | null {
  const last_us = log.lastCurrent_us(t_us);
  if (last_us === null) return null;
  const command = entries.findLast(
    (entry) =>
      entry.t_us <= last_us &&
      entry.kind === 'command' &&
      entry.source === `${machine}/hinge` &&
      MOVES.has(String(entry.payload.name)),
  );
  if (command === undefined) return null;
  const order = Number(command.payload.order);
  const pins = log.currents(command.t_us, t_us);
  const waveform = log.last('waveform', t_us, ({ waveform }) => waveform.order === order);
  return {
    order,
    cartridge: Number(command.payload.cartridge),
    from_us: pins.at_us[0] ?? command.t_us + START_MOST_us,
    pins,
    board: waveform === null ? null : { ...placed(waveform.fact.waveform, pins.at_us), read_us: waveform.t_us },
  };
}

/** The board keeps a sample of each so many ms while the motor was on: each lies where the first of those was taken. */
function placed({ stepMs, milliamp }: Waveform, sampled_us: Float64Array) {
  const kept = milliamp.slice(0, Math.ceil(sampled_us.length / stepMs));
  return {
    at_us: Float64Array.from(kept, (_, place) => sampled_us[place * stepMs] ?? 0),
    milliamp: Float32Array.from(kept),
    stepMs,
  };
}
