/** Prints `twin/src/calendar/holidays.json`: public holidays by province and date, from date-holidays and the corrections below. */

import { createRequire } from 'node:module';
import DateHolidays from 'date-holidays';

const FROM_YEAR = 2019;
const TO_YEAR = 2030;
const PROVINCES = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'];

interface Correction {
  readonly provinces: Readonly<Record<string, number>>;
  readonly does: 'adds' | 'drops';
  readonly name: string;
  /** `09-30`, where the day is fixed; a dropped holiday is found by its name. */
  readonly day?: string;
  readonly because: string;
}

/** Where date-holidays differs from the days on which a province's shops and offices stand still by law, and since when. */
const CORRECTIONS: readonly Correction[] = [
  {
    provinces: { BC: 2023, MB: 2024, NT: 2022, NU: 2022, PE: 2022, YT: 2023 },
    does: 'adds',
    name: 'National Day for Truth and Reconciliation',
    day: '09-30',
    because: 'a public holiday in BC and MB (python holidays 0.105); the four others and all first years are from memory',
  },
  {
    provinces: { NT: 0, ON: 0, YT: 0 },
    does: 'drops',
    name: 'Easter Monday',
    because: "not in Ontario's statutory list; the two others are from memory",
  },
];

type Days = Record<string, string>;

function daysOf(province: string): Days {
  const calendar = new DateHolidays('CA', province, { languages: ['en'] });
  const days: Days = {};
  for (let year = FROM_YEAR; year <= TO_YEAR; year++) {
    for (const { date, name, type } of calendar.getHolidays(year)) {
      const day = date.slice(0, 10);
      if (type === 'public' && Number(day.slice(0, 4)) === year) days[day] ??= name;
    }
    for (const correction of CORRECTIONS) correct(days, province, year, correction);
  }
  return Object.fromEntries(Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function correct(days: Days, province: string, year: number, { provinces, does, name, day }: Correction): void {
  const since = provinces[province];
  if (since === undefined || year < since) return;
  if (does === 'adds') days[`${year}-${day}`] ??= name;
  else for (const [date, called] of Object.entries(days)) if (called === name) delete days[date];
}

const { version } = createRequire(import.meta.url)('date-holidays/package.json') as { version: string };
const data = {
  source: `date-holidays ${version}, public holidays of Canada's provinces and territories; its data is under CC BY-SA 3.0`,
  corrections: CORRECTIONS.map(
    ({ provinces, does, name, because }) => `${does} ${name} in ${Object.keys(provinces).join(', ')}: ${because}`,
  ),
  from_year: FROM_YEAR,
  to_year: TO_YEAR,
  provinces: Object.fromEntries(PROVINCES.map((province) => [province, daysOf(province)])),
};
process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
