/** A zone's history: from `untils_us[i - 1]` on, and before `untils_us[i]`, local time is UTC plus `offsets_us[i]`. */
export interface ZoneHistory {
  /** Instants of change, microseconds since 1970-01-01T00:00Z, rising; the last offset has no end. */
  readonly untils_us: readonly number[];
  /** One more than the changes; positive east of Greenwich. */
  readonly offsets_us: readonly number[];
}

const US_PER_S = 1_000_000;

/**
 * Unpacks one line of moment-timezone's packed data, `NAME|ABBREVIATIONS|OFFSETS|INDICES|DIFFERENCES|POPULATION`: numbers
 * are in base 60 and minutes, offsets count westwards, and each difference is added to the change before it.
 */
export function unpackZone(packed: string): ZoneHistory {
  const [, , offsets = '', indices = '', differences = ''] = packed.split('|');
  const offsetsOf = offsets.split(' ').map((text) => 0 - secondsOf(text) * US_PER_S);
  const untils_us: number[] = [];
  let until_s = 0;
  const steps = differences === '' ? [] : differences.split(' ');
  for (const step of steps.slice(0, indices.length - 1)) {
    until_s += secondsOf(step);
    untils_us.push(until_s * US_PER_S);
  }
  return { untils_us, offsets_us: [...indices].map((index) => offsetsOf[digitOf(index)] as number) };
}

/** Minutes in base 60, with a fraction in base 60, as whole seconds. */
function secondsOf(text: string): number {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  let minutes = 0;
  for (const digit of whole) minutes = minutes * 60 + digitOf(digit);
  const seconds = minutes * 60 + (fraction === '' ? 0 : digitOf(fraction.charAt(0)));
  return negative ? -seconds : seconds;
}

/** 0 to 9, then a to z, then A to X. */
function digitOf(digit: string): number {
  const code = digit.charCodeAt(0);
  if (code > 96) return code - 87;
  return code > 64 ? code - 29 : code - 48;
}
