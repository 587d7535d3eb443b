/** Units with the part that is shown beside each, and how finely a span is told that is too short for the unit. */
const UNITS = [
  { name: 'd', us: 86_400_000_000, part: { name: 'h', us: 3_600_000_000 }, below_us: 60_000_000 },
  { name: 'h', us: 3_600_000_000, part: { name: 'min', us: 60_000_000 }, below_us: 1_000_000 },
  { name: 'min', us: 60_000_000, part: { name: 's', us: 1_000_000 }, below_us: 100_000 },
] as const;

/**
 * A span for people, with at most two units: '2 d 4 h', '2 h 45 min', '3 min 20 s', '21.5 s', '40 ms', '0 s'. Rounded to the
 * last unit that is shown, halves up. `us` is in microseconds; a negative span carries a minus sign.
 */
export function durationInWords(us: number): string {
  if (us < 0) return `−${durationInWords(-us)}`;
  for (const { name, us: unit, part, below_us } of UNITS) {
    // Rounded before the unit is chosen, so that 59 min 59.7 s is '1 h' and never '59 min 60 s'.
    if (Math.round(us / below_us) * below_us < unit) continue;
    const rounded = Math.round(us / part.us) * part.us;
    const rest = Math.round((rounded % unit) / part.us);
    const whole = `${Math.floor(rounded / unit)} ${name}`;
    return rest === 0 ? whole : `${whole} ${rest} ${part.name}`;
  }
  return secondsInWords(us);
}

function secondsInWords(us: number): string {
  const tenths = Math.round(us / 100_000);
  if (us >= 1_000_000) return `${tenths % 10 === 0 ? tenths / 10 : `${Math.floor(tenths / 10)}.${tenths % 10}`} s`;
  if (us === 0) return '0 s';
  if (us < 1000) return `${us} µs`;
  const ms = Math.round(us / 1000);
  return ms === 1000 ? '1 s' : `${ms} ms`;
}
