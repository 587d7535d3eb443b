/** The quantile of the normal distribution at 97.5 %. */
const Z = 1.959963984540054;

/** The 95 % interval of a share by Wilson's score: `held` of `all`, 0 to 1. With nothing seen, everything is possible. */
export function wilson(held: number, all: number): readonly [low: number, high: number] {
  if (all === 0) return [0, 1];
  const share = held / all;
  const below = 1 + (Z * Z) / all;
  const middle = (share + (Z * Z) / (2 * all)) / below;
  const half = (Z / below) * Math.sqrt((share * (1 - share)) / all + (Z * Z) / (4 * all * all));
  // At the ends the two terms cancel but for rounding.
  return [held === 0 ? 0 : middle - half, held === all ? 1 : middle + half];
}
