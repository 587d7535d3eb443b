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
    ['The length', `${length_us} µs`],
    ['The start', `${epoch_us} µs since 1970`],
    ...named('zone of', header.zones),
    ...named('controller of', header.controllers),
    ...named('version of', header.versions),
    ...header.parameters.map(({ machine, block, name, value }) => {
      const whose = machine === null ? '' : ` of ${machine}`;
      return [`The parameter ${block}.${name}${whose}`, String(value)] as const;
    }),
  ]);
}
