import type { BlockValues } from './registerNames.js';
import { SILENCE_us, wireTime_us } from './wireTiming.js';

/** `aligned`: the board's ticks begin with the host's whole milliseconds, at the same pace; `free`: a clock of its own. */
export type ClockKind = 'aligned' | 'free';

/** A reading of the status, with the host's times of it. */
export interface StatusReading {
  readonly status: BlockValues<'status'>;
  /** When the last byte of the request had left the host. */
  readonly asked_us: number;
  /** When the reply was whole, and its length on the wire. */
  readonly answered_us: number;
  readonly bytes: number;
}

/** When the board's tick 0 began, on the host's clock: not before `from_us`; not after `to_us`. */
export interface BootBounds {
  readonly from_us: number;
  readonly to_us: number;
  /** The reading that gave `from_us`, or loosened it last. */
  readonly at_us: number;
}

/** Ticks go round after this many, which is 49.7 days (PROTOCOL W17). */
export const TICKS_A_ROUND = 0x1_0000_0000;

const US_PER_MS = 1_000;
/** What the board said lies at most this far ahead of where the host takes it to be, in ms: far more than clocks differ between two polls. */
const MOST_AHEAD_MS = 60_000;
const US_PER_QUARTER = 4;
/** Of a reading, by quarters and by the whole µs of a byte's time. */
const ROUNDING_us = 8;
/** How far two clocks drift apart, in millionths. Assumption: a ceramic resonator, as on many boards, within 0.5 %. */
const DRIFT_ppm = 5_000;

/**
 * The board's clock on the host's. The board looks at its clock no sooner than a silence after the request, and no later than its
 * reply began; of all readings the tightest bounds count, and loosen as the clocks drift.
 */
export class BoardClock {
  readonly #kind: ClockKind;
  #bounds: BootBounds | null = null;

  constructor(kind: ClockKind) {
    this.#kind = kind;
  }

  get bounds(): BootBounds | null {
    return this.#bounds;
  }

  /** When tick 0 began, or `null` before the first reading. */
  get boot_us(): number | null {
    if (this.#bounds === null) return null;
    const { from_us } = this.#bounds;
    return this.#kind === 'aligned' ? Math.round(from_us / US_PER_MS) * US_PER_MS : from_us;
  }

  /** Another boot, or another board. */
  reset(bounds: BootBounds | null = null): void {
    this.#bounds = bounds;
  }

  read({ status, asked_us, answered_us, bytes }: StatusReading): void {
    const uptime_us = status.uptimeMs * US_PER_MS + status.uptimeQuarters * US_PER_QUARTER;
    const from_us = asked_us + SILENCE_us - uptime_us;
    const to_us = answered_us - wireTime_us(bytes) - uptime_us;
    const before = this.#bounds;
    if (this.#kind === 'aligned' && contradicts(from_us, to_us, before)) return;
    const drift_us =
      before === null || this.#kind === 'aligned' ? 0 : Math.ceil(((answered_us - before.at_us) * DRIFT_ppm) / 1_000_000);
    this.#bounds = {
      from_us: before === null ? from_us : Math.max(from_us, before.from_us - drift_us),
      to_us: before === null ? to_us : Math.min(to_us, before.to_us + drift_us),
      at_us: answered_us,
    };
  }

  /** The uptime of this boot that these 32 bits mean, as they were heard at `now_us`: the nearest to what the clock expects. */
  wholeUptime(bits: number, now_us: number): number {
    if (this.boot_us === null) return bits;
    const round = Math.round(((now_us - this.boot_us) / US_PER_MS - bits) / TICKS_A_ROUND);
    // No uptime of this boot: the late reply to another request, which is for others to find out.
    return bits + Math.max(0, round) * TICKS_A_ROUND;
  }

  /** The tick of this boot that these 32 bits mean, heard at `now_us`: the last one that may have been, up to a round ago. */
  wholeTick(bits: number, now_us: number): number {
    if (this.boot_us === null) return bits;
    const round = Math.floor(((now_us - this.boot_us) / US_PER_MS + MOST_AHEAD_MS - bits) / TICKS_A_ROUND);
    // A board that the host met after its first round has ticks from before then: they are as old as the host can tell.
    return round < 0 ? 0 : bits + round * TICKS_A_ROUND;
  }

  /** When a tick of this boot begins, on the host's clock. */
  instantOf(tick: number): number {
    return (this.boot_us ?? 0) + tick * US_PER_MS;
  }

  /** The first tick that begins at this instant or after it, from 0. */
  tickAt(t_us: number): number {
    return Math.max(0, Math.ceil((t_us - (this.boot_us ?? 0)) / US_PER_MS));
  }
}

/**
 * On a wire whose times are exact, such a reading was the answer to another request: the board would have looked at its clock after
 * it replied, or at two times at once.
 */
function contradicts(from_us: number, to_us: number, before: BootBounds | null): boolean {
  if (from_us > to_us + ROUNDING_us) return true;
  return before !== null && (from_us > before.to_us + ROUNDING_us || to_us < before.from_us - ROUNDING_us);
}
