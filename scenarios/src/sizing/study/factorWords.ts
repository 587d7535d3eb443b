export interface FactorWords {
  readonly says: string;
  readonly unit: 'people' | 'a year per 100,000' | 'a case' | '%' | 'km' | 'days' | 'minutes' | 'dollars';
}

const WORDS: Readonly<Record<string, FactorWords>> = {
  'places.people': { says: 'People who would come', unit: 'people' },
  'places.rate': { says: 'Cases by which people are counted', unit: 'a year per 100,000' },
  'demand.peopleEach': { says: 'People for each case', unit: 'a case' },
  'candidates.opens': { says: 'Chance that a site opens', unit: '%' },
  'candidates.keyOnSite': { says: 'A key on site', unit: '%' },
  'candidates.costPerYear': { says: 'Cost of a site a year', unit: 'dollars' },
  'travel.willingKm': { says: 'How far people come', unit: 'km' },
  'demand.comes': { says: 'Come on a due day', unit: '%' },
  'demand.outOfHours': { says: 'Visits in the evening and at night', unit: '%' },
  'demand.anyMachine': { says: 'Prescriptions for any machine', unit: '%' },
  'machine.jam': { says: 'Jams at each vend', unit: '%' },
  'machine.jamStopsMachine': { says: 'Jams that stop the machine', unit: '%' },
  'machine.failureEveryDays': { says: 'Days between failures', unit: 'days' },
  'machine.partNeeded': { says: 'Failures that wait for a part', unit: '%' },
  'machine.partDays': { says: 'Days until a part comes', unit: 'days' },
  'machine.palmRefused': { says: 'Palms not matched', unit: '%' },
  'support.remoteFix': { says: 'Faults cleared from afar', unit: '%' },
  'support.remoteMinutes': { says: 'Minutes of the desk', unit: 'minutes' },
  'support.noticeMinutes': { says: 'Until a fault is noticed', unit: 'minutes' },
  'support.clearMinutes': { says: 'Clearing on site', unit: 'minutes' },
  'services.roundFails': { says: 'Rounds that fail', unit: '%' },
  'services.pharmacyPeople': { says: 'People pharmacies can prepare for', unit: 'people' },
  'services.prescriberPeople': { says: 'People prescribers can see', unit: 'people' },
  'services.minutesPerDose': { says: 'Staff minutes a dose', unit: 'minutes' },
  'services.minutesPerFault': { says: 'Staff minutes a fault', unit: 'minutes' },
  'services.minutesPerRound': { says: 'Staff minutes a round', unit: 'minutes' },
};

/** What an assumption is called, and its unit. Throws on one that has no words: it would be shown without a meaning. */
export function factorWords(factor: string): FactorWords {
  const words = WORDS[factor];
  if (words === undefined) throw new RangeError(`the assumption ${factor} has no words`);
  return words;
}

/** A value of an assumption with its unit: `2.4 km`, `81 %`, `1,240 people`. */
export function factorValueWords(factor: string, value: number): string {
  const { unit } = factorWords(factor);
  if (unit === '%') return `${trimmed(value * 100)} %`;
  if (unit === 'people' || unit === 'dollars') return `${String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')} ${unit}`;
  return `${trimmed(value)} ${unit === 'minutes' ? 'min' : unit}`;
}

/** Two digits that count, as far as they are there. */
function trimmed(value: number): string {
  const size = Math.abs(value);
  if (size >= 10 || value === 0) return String(Math.round(value));
  return String(Number(value.toFixed(size >= 1 ? 1 : size >= 0.1 ? 2 : 3)));
}
