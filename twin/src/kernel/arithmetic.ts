/**
 * The only door to functions beyond + - * / and the exactly rounded ones: the same bits in Node and in every browser,
 * because the library is plain JavaScript and pinned. Everything that ends in a digest uses these.
 */
import cos from '@stdlib/math-base-special-cos';
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import pow from '@stdlib/math-base-special-pow';
import sin from '@stdlib/math-base-special-sin';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

export { betaQuantile, cos, exp, gammaQuantile, ln, normalCdf, normalQuantile, poissonQuantile, pow, sin, tQuantile };
