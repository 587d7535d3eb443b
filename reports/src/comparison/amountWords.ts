import { isSmall, OUTCOMES, type OutcomeUnit, partOfOutcome, wholeOf } from '@dosetwin/scenarios';

/** How amounts of one size are written: in this unit, with so many decimals. */
export interface AmountScale {
  readonly unit: string;
  readonly per: number;
  readonly decimals: number;
}

const MIN_MS = 60_000;
const H_MS = 60 * MIN_MS;
const D_MS = 24 * H_MS;

/** One scale for all amounts of a row, by the largest of them. */
export function scaleOf(name: string, amounts: readonly number[]): AmountScale {
  const unit = OUTCOMES[wholeOf(name)]?.unit ?? 'doses';
  const most = Math.max(0, ...amounts.map(Math.abs));
  if (unit === 'ms') {
    if (most >= 3 * D_MS) return { unit: 'd', per: D_MS, decimals: 1 };
    if (most >= 3 * H_MS) return { unit: 'h', per: H_MS, decimals: 2 };
    return most >= 2 * MIN_MS ? { unit: 'min', per: MIN_MS, decimals: 1 } : { unit: 's', per: 1000, decimals: 1 };
  }
  if (unit === 'cents') return { unit: 'CAD', per: 100, decimals: most >= 1_000_00 ? 0 : 2 };
  if (unit === 'm') return { unit: 'km', per: 1000, decimals: 1 };
  return { unit: UNIT_WORDS[unit], per: 1, decimals: most >= 1000 ? 0 : most >= 100 ? 1 : 2 };
}

const UNIT_WORDS: Readonly<Record<Exclude<OutcomeUnit, 'ms' | 'm' | 'cents'>, string>> = {
  doses: 'doses',
  visits: 'visits',
  people: 'people',
  sites: 'sites',
  times: 'times',
  faults: 'faults',
  calls: 'calls',
  packages: 'packages',
};

/** `−0.92`; nothing is `0`, and what rounds to nothing has no sign. */
export function amountIn(scale: AmountScale, amount: number): string {
  const text = (Math.abs(amount) / scale.per).toFixed(scale.decimals);
  return amount < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** The same for the mean of one side; of people and what is theirs, a site's own lists show nothing below 5. */
export function meanIn(scale: AmountScale, mean: number, isImported: boolean): string {
  const isOfPeople = [UNIT_WORDS.doses, UNIT_WORDS.visits, UNIT_WORDS.people].includes(scale.unit);
  return isImported && isOfPeople && isSmall(mean) ? '<5' : amountIn(scale, mean);
}

export function signedIn(scale: AmountScale, amount: number): string {
  const text = amountIn(scale, amount);
  return text.startsWith('−') || Number(text) === 0 ? text : `+${text}`;
}

/** Whether an amount is written as nothing. */
export function isNothingIn(scale: AmountScale, amount: number): boolean {
  return Number((Math.abs(amount) / scale.per).toFixed(scale.decimals)) === 0;
}

/** `came and left without: jammed`. */
export function outcomeName(name: string): string {
  const part = partOfOutcome(name);
  const says = OUTCOMES[wholeOf(name)]?.says ?? wholeOf(name);
  return part === null ? says : `${says}: ${part.replaceAll('-', ' ')}`;
}

/** `12 %` of the variance; below nothing it is said as it is. */
export function savedWords(saved: number | null): string {
  if (saved === null) return '';
  const percent = Math.round(100 * saved);
  return percent < 0 ? `−${-percent} %` : `${percent} %`;
}
