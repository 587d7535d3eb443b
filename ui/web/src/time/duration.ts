const US_PER_S = 1_000_000;

/** `2 h 37 min`, `3 h`, `41 s` */
export function duration(us: number): string {
  const s = Math.round(us / US_PER_S);
  if (s < 60) return `${s} s`;
  const min = Math.round(s / 60);
  if (min < 60) return `${min} min`;
  return min % 60 === 0 ? `${min / 60} h` : `${Math.floor(min / 60)} h ${min % 60} min`;
}
