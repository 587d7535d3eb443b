import type { Spell } from '@dosetwin/twin';

/** What of these lies within a stretch, each cut off at its ends. */
export function within(stretch: Spell, spells: readonly Spell[]): Spell[] {
  return spells
    .map(({ from_us, to_us }) => ({ from_us: Math.max(from_us, stretch.from_us), to_us: Math.min(to_us, stretch.to_us) }))
    .filter(({ from_us, to_us }) => from_us < to_us);
}

/** What of a stretch lies in none of these, in order. */
export function outside(stretch: Spell, spells: readonly Spell[]): Spell[] {
  const covered = within(stretch, spells).sort((a, b) => a.from_us - b.from_us);
  const gaps: Spell[] = [];
  let at_us = stretch.from_us;
  for (const { from_us, to_us } of covered) {
    if (from_us > at_us) gaps.push({ from_us: at_us, to_us: from_us });
    at_us = Math.max(at_us, to_us);
  }
  if (at_us < stretch.to_us) gaps.push({ from_us: at_us, to_us: stretch.to_us });
  return gaps;
}

/** Of spells that do not overlap, microseconds. */
export function lengthOf(spells: readonly Spell[]): number {
  return spells.reduce((total, { from_us, to_us }) => total + to_us - from_us, 0);
}
