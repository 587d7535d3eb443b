import { civilOf, US_PER_DAY } from '@dosetwin/twin';
import { durationInWords } from '../phrase/durationInWords.js';
import { instantInWords } from './instantInWords.js';
import type { RecordHeader } from './RunRecord.js';

/** What two headers say differently, each difference as a sentence. The scenario's text is compared whole. */
export function headerDifferences(a: RecordHeader, b: RecordHeader): string[] {
  const flatA = flat(a);
  const flatB = flat(b);
  const differences = [...new Set([...flatA.keys(), ...flatB.keys()])]
    .filter((name) => flatA.get(name) !== flatB.get(name))
    .map((name) => `${name} is ${flatA.get(name) ?? 'not set'} in A and ${flatB.get(name) ?? 'not set'} in B.`);
  return a.source === b.source ? differences : [...differences, 'The texts of the scenarios differ.'];
}

function flat(header: RecordHeader): Map<string, string> {
  const { scenario, variant, seed, length_us, epoch_us } = header;
  const named = (what: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, value]) => [`The ${what} ${name}`, value] as const);
  return new Map([
    ['The scenario', scenario],
    ['The variant', variant ?? 'none'],
    ['The seed', String(seed)],
    ['The length', durationInWords(length_us)],
    ['The start', startInWords(epoch_us)],
    ...named('zone of', header.zones),
    ...named('controller of', header.controllers),
    ...named('version of', header.versions),
    ...header.parameters.map(({ machine, block, name, value }) => {
      const whose = machine === null ? '' : ` of ${machine}`;
      return [`The parameter ${block}.${name}${whose}`, String(value)] as const;
    }),
  ]);
}

/** `2021-09-14 19:00:00 UTC`, from microseconds since 1970. */
function startInWords(epoch_us: number): string {
  const dayNumber = Math.floor(epoch_us / US_PER_DAY);
  const { year, month, day } = civilOf(dayNumber);
  const two = (n: number) => String(n).padStart(2, '0');
  const time = instantInWords(epoch_us - dayNumber * US_PER_DAY)
    .replace(/\..*/, '')
    .padStart(8, '0');
  return `${year}-${two(month)}-${two(day)} ${time} UTC`;
}
