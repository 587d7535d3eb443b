import type { ComparedMeasure } from '@dosetwin/scenarios';
import { type Markup, markup } from '../markup/Markup.js';
import { isNothingIn, scaleOf } from './amountWords.js';

const WIDTH = 240;
const HEIGHT = 18;
const MARGIN = 6;

/**
 * A difference as a dot with its interval, against a line at 0; each row has its own scale. An interval that its row writes as
 * nothing has no whiskers, which would say otherwise.
 */
export function differencePlot({ name, meanA, meanB, difference, interval, differs }: ComparedMeasure): Markup {
  const [low, high] = interval ?? [difference, difference];
  const scale = scaleOf(name, [meanA, meanB, difference]);
  const isNothing = [low, high, difference].every((amount) => isNothingIn(scale, amount));
  const reach = isNothing ? 0 : Math.max(Math.abs(low), Math.abs(high), Math.abs(difference));
  const at = (value: number) => (reach === 0 ? WIDTH / 2 : WIDTH / 2 + (value / reach) * (WIDTH / 2 - MARGIN)).toFixed(1);
  const middle = HEIGHT / 2;
  const whiskers = markup`<line class="range" x1="${at(low)}" y1="${middle}" x2="${at(high)}" y2="${middle}"/><line class="end" x1="${at(low)}" y1="${middle - 4}" x2="${at(low)}" y2="${middle + 4}"/><line class="end" x1="${at(high)}" y1="${middle - 4}" x2="${at(high)}" y2="${middle + 4}"/>`;
  return markup`<svg class="difference${differs && ' differs'}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><line class="zero" x1="${WIDTH / 2}" y1="0" x2="${WIDTH / 2}" y2="${HEIGHT}"/>${!isNothing && whiskers}<circle cx="${at(difference)}" cy="${middle}" r="4"/></svg>`;
}
