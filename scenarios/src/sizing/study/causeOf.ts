import { listed } from '../../phrase/listed.js';
import type { Region } from '../region/Region.js';
import type { Totals } from '../simulate/Totals.js';
import type { Target } from './Judgement.js';
import type { JudgedPlan } from './Study.js';

/** Doses due that were not got, by cause, in words; as the totals name them. */
const LOSSES: readonly (readonly [keyof Totals, string])[] = [
  ['stayedAway', 'people do not come every day, the farther the less'],
  ['lostToDown', 'machines are down'],
  ['lostToJam', 'packages jam'],
  ['lostToEmpty', 'machines are empty'],
  ['lostToPalm', 'palms are not matched'],
  ['lostToClosed', 'sites are closed'],
];

/** People who are not reached, by cause. */
const LEFT_OUT: typeof LOSSES = [
  ['full', 'the cartridges within reach are taken'],
  ['notOpened', 'the sites near them do not open'],
  ['tooFar', 'they live too far from every site'],
  ['limited', 'pharmacies or prescribers can serve no more'],
];

/** Why a plan misses its targets, from what its futures came to: a clause that goes on after `because`. */
export function causeOf(region: Region, plan: JudgedPlan): string {
  const worst = worstTarget(plan);
  if (worst === null) return 'no future missed a target';
  if (worst === 'reached') return reachCause(plan);
  const { totalsOfMissed: totals } = plan;
  if (worst === 'meanKm') {
    const km = totals.came > 0 ? totals.travelled_m / totals.came / 1000 : 0;
    return `people travel ${km.toFixed(1)} km on average, and ${region.targets.meanKm} are asked for`;
  }
  const told = mainCauses(totals, LOSSES, totals.due - totals.served, 'doses that are missed');
  return `${inHundred(totals.served / Math.max(1, totals.due))} of 100 due doses are got in those: ${listed(told)}`;
}

/** The target that most futures miss. */
export function worstTarget({ missed }: JudgedPlan): Target | null {
  const order = (['reached', 'served', 'meanKm'] as const).filter((target) => missed[target] > 0);
  return order.reduce<Target | null>(
    (worst, target) => (worst === null || missed[target] > missed[worst] ? target : worst),
    null,
  );
}

function reachCause({ totalsOfMissed: totals, machines, futures, held }: JudgedPlan): string {
  const reached = `${inHundred(totals.reached / Math.max(1, totals.people))} of 100 people are reached in those`;
  const told = mainCauses(totals, LEFT_OUT, totals.people - totals.reached, 'of those who are not');
  const closed = machines - totals.machines / Math.max(1, futures - held);
  const notOpen = closed >= 0.5 ? `; ${about(closed)} of the ${machines} machines do not open` : '';
  return `${reached}: ${listed(told)}${notOpen}`;
}

/** The largest causes, two at most, each with its share of all that was lost. */
function mainCauses(totals: Totals, causes: typeof LOSSES, lost: number, of: string): readonly string[] {
  return causes
    .map(([name, words]) => ({ words, share: lost > 0 ? totals[name] / lost : 0 }))
    .sort((a, b) => b.share - a.share)
    .filter(({ share }, i) => i === 0 || share >= 0.15)
    .slice(0, 2)
    .map(({ words, share }) => `${words} (${inHundred(share)} of 100 ${of})`);
}

/** A mean count as people say it: `about 15`; below ten with the half that it may be nearer to. */
function about(count: number): string {
  return `about ${count >= 10 ? Math.round(count) : Math.round(count * 2) / 2}`;
}

/** A share as a whole number of 100; `under 1` and `over 99` rather than nothing or all. */
export function inHundred(share: number): string {
  const whole = Math.round(share * 100);
  if (share > 0 && whole === 0) return 'under 1';
  if (share < 1 && whole === 100) return 'over 99';
  return String(whole);
}
