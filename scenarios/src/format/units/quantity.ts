import type { ParameterUnit } from '@dosetwin/twin';
import { US_PER_DAY, US_PER_MIN } from '@dosetwin/twin';
import { Complaint, quote } from '../Complaint.js';
import { nearestName } from '../nearestName.js';

/** What a unit measures. A value may be written in any unit of the same kind. */
export type QuantityKind =
  | 'time'
  | 'length'
  | 'speed'
  | 'current'
  | 'voltage'
  | 'share'
  | 'angle'
  | 'rotation'
  | 'temperature'
  | 'money';

interface Unit {
  readonly kind: QuantityKind;
  /** How many of the smallest unit of the kind, a whole number, so that conversion is one exact product and one division. */
  readonly size: number;
}

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['us', { kind: 'time', size: 1 }],
  ['ms', { kind: 'time', size: 1_000 }],
  ['s', { kind: 'time', size: 1_000_000 }],
  ['min', { kind: 'time', size: US_PER_MIN }],
  ['h', { kind: 'time', size: 3_600_000_000 }],
  ['d', { kind: 'time', size: US_PER_DAY }],
  ['mm', { kind: 'length', size: 1 }],
  ['cm', { kind: 'length', size: 10 }],
  ['m', { kind: 'length', size: 1_000 }],
  ['km', { kind: 'length', size: 1_000_000 }],
  ['km/h', { kind: 'speed', size: 5 }],
  ['m/s', { kind: 'speed', size: 18 }],
  ['mA', { kind: 'current', size: 1 }],
  ['A', { kind: 'current', size: 1_000 }],
  ['mV', { kind: 'voltage', size: 1 }],
  ['V', { kind: 'voltage', size: 1_000 }],
  ['%', { kind: 'share', size: 1 }],
  ['share', { kind: 'share', size: 100 }],
  ['deg', { kind: 'angle', size: 1 }],
  ['turn', { kind: 'angle', size: 360 }],
  ['rpm', { kind: 'rotation', size: 1 }],
  ['turn/s', { kind: 'rotation', size: 60 }],
  ['CAD', { kind: 'money', size: 100 }],
  ['degC', { kind: 'temperature', size: 1 }],
  ['°C', { kind: 'temperature', size: 1 }],
]);

/** Ways to write a unit that many would try first. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  hour: 'h',
  hours: 'h',
  hr: 'h',
  hrs: 'h',
  H: 'h',
  minute: 'min',
  minutes: 'min',
  mins: 'min',
  Min: 'min',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  S: 's',
  msec: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  µs: 'us',
  microseconds: 'us',
  day: 'd',
  days: 'd',
  D: 'd',
  percent: '%',
  pct: '%',
  turns: 'turn',
  degrees: 'deg',
  C: 'degC',
  kmh: 'km/h',
  kph: 'km/h',
  ma: 'mA',
  mv: 'mV',
  volt: 'V',
  amp: 'A',
};

/** A kind as a person calls it, with what to write. */
const KINDS: { readonly [kind in QuantityKind]: { readonly name: string; readonly like: string } } = {
  time: { name: 'length of time', like: '6 h, 90 min, 1 h 30 min, 20 s or 250 ms' },
  length: { name: 'length', like: '12 mm, 3 cm or 2 km' },
  speed: { name: 'speed', like: '80 km/h' },
  current: { name: 'current', like: '450 mA or 1.2 A' },
  voltage: { name: 'voltage', like: '12 V or 10500 mV' },
  share: { name: 'share', like: '85 % or 0.85' },
  angle: { name: 'turn', like: '1 turn, 0.5 turn or 180 deg' },
  rotation: { name: 'speed of turning', like: '30 rpm' },
  temperature: { name: 'temperature', like: '4 degC' },
  money: { name: 'amount of money', like: '10 CAD' },
};

/** The kind of a parameter's unit; `null` for plain numbers and for yes/no. */
export function kindOfUnit(unit: ParameterUnit): QuantityKind | null {
  return UNITS.get(unit)?.kind ?? null;
}

const TERM = /^(-?\d+(?:\.\d+)?)\s*([a-zA-Zµ°%]+(?:\/[a-z]+)?)$/;
const TERMS = /-?\d+(?:\.\d+)?\s*[a-zA-Zµ°%]+(?:\/[a-z]+)?/g;

/**
 * Reads `1 h 30 min`, `450 mA`, `85 %` in the unit that is wanted. A share may be written as a plain number too; anything
 * else needs its unit.
 */
export function readQuantity(written: unknown, wanted: string): number | Complaint {
  const unit = UNITS.get(wanted) as Unit;
  const { name, like } = KINDS[unit.kind];
  const found = quote(written);
  const refuse = (message: string, nearest: string | null = null) =>
    new Complaint(`${found} ${message}`, found, `a ${name} such as ${like}`, nearest);
  if (typeof written !== 'string' && typeof written !== 'number') return refuse(`is no ${name}; write it such as ${like}`);
  const text = String(written).trim();
  if (text.length <= 40 && /^[+-]?\d+([.]\d+)?([eE][+-]?\d+)?$/.test(text)) {
    if (unit.kind === 'share') return Number(text);
    return refuse(`has no unit; write a ${name} such as ${like}`);
  }
  if (/^[\d ]+,\d/.test(text)) return refuse('has a comma; write a decimal point, such as 1.5 h');
  const terms = text.length <= 60 ? (text.match(TERMS) ?? []) : [];
  if (terms.length === 0 || terms.join('').replace(/\s/g, '') !== text.replace(/\s/g, '')) {
    return refuse(`is no ${name}; write it such as ${like}`);
  }
  let total = 0;
  let before = Number.POSITIVE_INFINITY;
  for (const term of terms) {
    const [, number, spelling] = TERM.exec(term) as unknown as [string, string, string];
    const has = UNITS.get(spelling);
    if (!has) return refuse(...unknownUnit(spelling, unit.kind));
    if (has.kind !== unit.kind)
      return refuse(`is a ${KINDS[has.kind].name}, and here stands a ${name}; write it such as ${like}`);
    if (has.size >= before)
      return refuse('names its units out of order; write the larger first and each once, such as 1 h 30 min');
    if (before !== Number.POSITIVE_INFINITY && number.startsWith('-')) return refuse('has a minus in its middle');
    before = has.size;
    total += Number(number) * has.size;
  }
  return total / unit.size;
}

function unknownUnit(spelling: string, kind: QuantityKind): [string, string | null] {
  const ofKind = [...UNITS]
    .filter(([, unit]) => unit.kind === kind)
    .map(([name]) => name)
    .filter((name) => name !== 'share');
  const meant = OTHER_SPELLINGS[spelling] ?? nearestName(spelling, ofKind);
  const advice = meant !== null && meant !== undefined ? `; did you mean ${meant}?` : `; units here are ${ofKind.join(', ')}`;
  return [`has the unit '${spelling}', which is not known${advice}`, meant ?? null];
}
