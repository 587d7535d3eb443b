/** Sizes in pixels that layout and drawing share. Widths of letters are generous: fonts differ from machine to machine. */
export const chartMeasures = {
  /** A line of mono, 11 px. */
  row: 15,
  perLetter: 6.7,
  /** A state's name, 13 px. */
  perNameLetter: 7.2,
  stateHeight: 33,
  stateWidth: 92,
  /** From a box's left edge to its words. */
  inset: 12,
  /** Height of a group's name. */
  head: 30,
  dot: 8,
  history: 22,
} as const;
