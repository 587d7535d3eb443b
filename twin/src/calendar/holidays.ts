import { isoDateOf } from './civil.js';
import holidayData from './holidays.json' with { type: 'json' };

const byProvince: Readonly<Record<string, Readonly<Record<string, string>>>> = holidayData.provinces;

/** The years for which public holidays are known; outside them every day counts as an ordinary one. */
export const holidayYears: { readonly from: number; readonly to: number } = {
  from: holidayData.from_year,
  to: holidayData.to_year,
};

/** Two-letter codes of the provinces and territories whose holidays are known. */
export const provinces: readonly string[] = Object.keys(byProvince);

/**
 * The name of a province's public holiday on a day (days since 1970-01-01), or `null`. Dates only, as date-holidays has
 * them, corrected where `holidays.json` says so; no substitute day when a holiday falls on a weekend.
 */
export function holidayOn(province: string, dayNumber: number): string | null {
  const days = byProvince[province];
  if (!days) throw new RangeError(`there is no province ${province}; there are ${provinces.join(', ')}`);
  return days[isoDateOf(dayNumber)] ?? null;
}
