import { exp, ln, normalCdf } from '@dosetwin/twin';

/** Values of a normal distribution: some known, and of some only that they are larger. */
export interface CensoredNormal {
  readonly ended: readonly number[];
  readonly longerThan: readonly number[];
}

export interface Normal {
  readonly mu: number;
  readonly sigma: number;
}

const SQRT_2_PI = 2.5066282746310002;
/** Beyond so many standard deviations the tail is taken from its series. */
const FAR = 6;
const [MOST_STEPS, CLOSE] = [500, 1e-7];

/**
 * Maximum likelihood by expectation and maximisation: what is only known to be larger counts as what it is on average beyond that, and the
 * figures are found anew until they stay.
 */
export function fitNormal({ ended, longerThan }: CensoredNormal): Normal {
  const [sum, squares] = [ended.reduce((all, x) => all + x, 0), ended.reduce((all, x) => all + x * x, 0)];
  const count = ended.length + longerThan.length;
  let fitted = momentsOf(sum, squares, ended.length);
  if (longerThan.length === 0 || ended.length === 0 || fitted.sigma === 0) return exactly(ended, fitted);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { mu, sigma } = fitted;
    let [all, allSquares] = [sum, squares];
    for (const least of longerThan) {
      const z = (least - mu) / sigma;
      const ratio = hazard(z);
      all += mu + sigma * ratio;
      allSquares += mu * mu + sigma * sigma + sigma * ratio * (least + mu);
    }
    fitted = momentsOf(all, allSquares, count);
    if (Math.abs(fitted.mu - mu) + Math.abs(fitted.sigma - sigma) < CLOSE) break;
  }
  return fitted;
}

/** The logarithm of the share beyond a number of standard deviations. */
export function lnBeyond(z: number): number {
  if (z <= FAR) return ln(1 - normalCdf(z, 0, 1));
  return -(z * z) / 2 - ln(z * SQRT_2_PI) + ln(1 - 1 / (z * z) + 3 / (z * z * z * z));
}

/** The density at z over the share beyond it. */
function hazard(z: number): number {
  return exp(-(z * z) / 2 - lnBeyond(z)) / SQRT_2_PI;
}

function momentsOf(sum: number, squares: number, count: number): Normal {
  const mu = sum / Math.max(1, count);
  return { mu, sigma: Math.sqrt(Math.max(0, squares / Math.max(1, count) - mu * mu)) };
}

/** The same without the loss of digits where all are close together. */
function exactly(values: readonly number[], { mu }: Normal): Normal {
  const squares = values.reduce((all, x) => all + (x - mu) * (x - mu), 0);
  return { mu, sigma: Math.sqrt(squares / Math.max(1, values.length)) };
}
