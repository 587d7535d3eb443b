import type { ParameterValues } from '../charts/parameters.js';
import { exp, ln } from '../kernel/arithmetic.js';
import type { mechanismParameters } from './mechanism.parameters.js';

export type MotorValues = Pick<
  ParameterValues<typeof mechanismParameters>,
  'inrushMilliamp' | 'runningMilliamp' | 'boundMilliamp' | 'stallLimitMilliamp' | 'windingRiseMs' | 'spinUpMs' | 'boundRiseMs'
>;

const US_PER_MS = 1_000;

/**
 * The motor's current in mA at `sinceOn_us` after its start: an inrush that fades while the coil takes up speed, and, from
 * `boundAfter_us` on if the coil is held, a rise towards the current of a motor at rest. `null`: it turns freely.
 */
export function motorCurrentMilliamp(sinceOn_us: number, boundAfter_us: number | null, motor: MotorValues): number {
  if (sinceOn_us <= 0) return 0;
  if (boundAfter_us === null || sinceOn_us <= boundAfter_us) return freeCurrent(sinceOn_us, motor);
  const atBinding = freeCurrent(boundAfter_us, motor);
  const left = exp(-(sinceOn_us - boundAfter_us) / (motor.boundRiseMs * US_PER_MS));
  return motor.boundMilliamp - (motor.boundMilliamp - atBinding) * left;
}

/** How long after binding the current passes the stall limit, in whole microseconds; `null` when it never does. */
export function stallCrossing_us(boundAfter_us: number, motor: MotorValues): number | null {
  if (motor.boundMilliamp <= motor.stallLimitMilliamp) return null;
  const atBinding = freeCurrent(boundAfter_us, motor);
  if (atBinding >= motor.stallLimitMilliamp) return 0;
  const share = (motor.boundMilliamp - atBinding) / (motor.boundMilliamp - motor.stallLimitMilliamp);
  return Math.ceil(motor.boundRiseMs * US_PER_MS * ln(share));
}

function freeCurrent(sinceOn_us: number, motor: MotorValues): number {
  const risen = 1 - exp(-sinceOn_us / (motor.windingRiseMs * US_PER_MS));
  const inrush = (motor.inrushMilliamp - motor.runningMilliamp) * exp(-sinceOn_us / (motor.spinUpMs * US_PER_MS));
  return risen * (motor.runningMilliamp + inrush);
}
