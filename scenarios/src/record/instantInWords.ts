/** An instant of a run as a stopwatch shows it: '2:07:12.345678', hours since the start, to the microsecond. */
export function instantInWords(t_us: number): string {
  const hours = Math.floor(t_us / 3_600_000_000);
  const minutes = Math.floor(t_us / 60_000_000) % 60;
  const seconds = Math.floor(t_us / 1_000_000) % 60;
  const micros = String(t_us % 1_000_000).padStart(6, '0');
  return `${hours}:${String(minutes).padStart(2, '0')}:${String(seconds).padStart(2, '0')}.${micros}`;
}
