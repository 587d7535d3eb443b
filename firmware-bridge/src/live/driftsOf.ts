import { type ParameterValues, parameterValues } from '@dosetwin/twin';
import type { Waveform } from '../wire/LinkFact.js';
import type { MotionSeen } from './MotionSeen.js';
import { shadowParameters } from './shadow.parameters.js';

/** A figure outside the model's envelope. */
export interface Drift {
  readonly what: 'late-drop' | 'early-drop' | 'half-turns' | 'motion-time' | 'current';
  readonly is: number;
  readonly model: number;
  readonly unit: 'ms' | 'half turns' | 'mA';
}

type Envelope = ParameterValues<typeof shadowParameters>;

/** Where a motion that ended with a drop was otherwise than the same motion in the model. */
export function driftsOf(real: MotionSeen, model: MotionSeen, { lateMs, motionMs }: Envelope): Drift[] {
  const drifts: Drift[] = [];
  if (real.halfTurns !== model.halfTurns)
    drifts.push({ what: 'half-turns', is: real.halfTurns, model: model.halfTurns, unit: 'half turns' });
  if (real.started === null || model.started === null) return drifts;
  if (real.beam !== null && model.beam !== null) {
    const expected = model.beam.by - model.started;
    const [least, most] = [real.beam.after - real.started, real.beam.by - real.started];
    if (least > expected + lateMs) drifts.push({ what: 'late-drop', is: least, model: expected, unit: 'ms' });
    if (most < expected - lateMs) drifts.push({ what: 'early-drop', is: most, model: expected, unit: 'ms' });
  }
  if (real.dropped !== null && model.dropped !== null) {
    const [is, expected] = [real.dropped - real.started, model.dropped - model.started];
    if (Math.abs(is - expected) > motionMs) drifts.push({ what: 'motion-time', is, model: expected, unit: 'ms' });
  }
  return drifts;
}

/** Whether the motor took more than the model's does at speed; half of the samples lie below the figure. */
export function currentDrift(waveform: Waveform, runningMilliamp: number, { upToSpeedMs, currentShare }: Envelope): Drift | null {
  const atSpeed = waveform.milliamp.slice(Math.ceil(upToSpeedMs / waveform.stepMs)).filter((milliamp) => milliamp > 0);
  const is = [...atSpeed].sort((a, b) => a - b)[Math.floor(atSpeed.length / 2)] ?? 0;
  return is > runningMilliamp * (1 + currentShare)
    ? { what: 'current', is, model: Math.round(runningMilliamp), unit: 'mA' }
    : null;
}

const NAMES: { readonly [what in Drift['what']]: string } = {
  'late-drop': 'the package fell late',
  'early-drop': 'the package fell early',
  'half-turns': 'it took further half turns, or fewer',
  'motion-time': 'the motion took another time',
  current: 'the motor took more current',
};

/** What was otherwise, for people; a kind that this version does not know keeps its own name. */
export function driftName(what: string): string {
  return (NAMES as Readonly<Record<string, string>>)[what] ?? what;
}

/** In a sentence, for people. */
export function driftWords({ what, is, model, unit }: Drift, cartridge: number): string {
  const figure = is === 1 && unit === 'half turns' ? '1 half turn' : `${is} ${unit}`;
  return `drift, cartridge ${cartridge}: ${driftName(what)}: ${figure}, ${model} in the model`;
}

/** How far firmware may be from the model in this before it is said, in words; '': a kind that this version does not know. */
export function driftEnvelope(what: string): string {
  const { lateMs, motionMs, currentShare, upToSpeedMs } = parameterValues('shadow', shadowParameters);
  const within: { readonly [what in Drift['what']]: string } = {
    'late-drop': `at most ${lateMs} ms later`,
    'early-drop': `at most ${lateMs} ms earlier`,
    'half-turns': 'as many',
    'motion-time': `within ${motionMs} ms`,
    current: `at most ${Math.round(currentShare * 100)} % more, ${upToSpeedMs} ms after the start`,
  };
  return (within as Readonly<Record<string, string>>)[what] ?? '';
}
