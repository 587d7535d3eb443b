import { hasTravel, type Measure, type Study } from '@dosetwin/scenarios';

export interface MeasureWords {
  readonly says: string;
  readonly unit: string;
  /** From the measure's own unit to what is shown. */
  readonly scale: number;
  readonly digits: number;
}

/** How a study's measures are shown. */
export const MEASURE_WORDS: Readonly<Record<Exclude<Measure, 'margin'>, MeasureWords>> = {
  reached: { says: 'People within reach', unit: 'of 100', scale: 100, digits: 0 },
  served: { says: 'Due doses got, of those within reach', unit: 'of 100', scale: 100, digits: 0 },
  servedOfAll: { says: 'Due doses got, of everybody', unit: 'of 100', scale: 100, digits: 0 },
  meanKm: { says: 'Way there, mean', unit: 'km', scale: 1, digits: 1 },
  costPerYear: { says: 'Cost a year', unit: 'thousand $', scale: 0.001, digits: 0 },
  staffHoursPerYear: { says: 'Staff time a year', unit: 'hours', scale: 1, digits: 0 },
};

/** Those that say something: kilometres only where people travel from one place to another at all. */
export function measuresTold({ plans }: Study): readonly (keyof typeof MEASURE_WORDS)[] {
  const names = Object.keys(MEASURE_WORDS) as (keyof typeof MEASURE_WORDS)[];
  return names.filter((name) => name !== 'meanKm' || hasTravel(plans));
}

export function shownMeasure(measure: keyof typeof MEASURE_WORDS, value: number): string {
  const { scale, digits } = MEASURE_WORDS[measure];
  return grouped((value * scale).toFixed(digits));
}

/** Thousands apart by a comma. */
export function grouped(number: string): string {
  const [whole = '', rest] = number.split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? apart : `${apart}.${rest}`;
}
