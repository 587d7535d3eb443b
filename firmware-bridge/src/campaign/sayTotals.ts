import type { Paths } from './Paths.js';
import { type CampaignTotals, END_WITHIN_us } from './powerCases.js';

const US_PER_S = 1_000_000;

/** The totals in words, then each path with how often it was taken. */
export function sayTotals(name: string, { cases, wrong, slowest_us }: CampaignTotals, paths: Paths): string {
  const s = (us: number) => (us / US_PER_S).toFixed(1);
  return `
${name}: ${cases} cases; in ${wrong.length} of its findings the ledger and the mechanism's truth disagree.
  An order in flight ended ${s(slowest_us)} s after the last fault at the latest; ${s(END_WITHIN_us)} s were allowed.
  How often each path was taken:
${paths.text}
`;
}
