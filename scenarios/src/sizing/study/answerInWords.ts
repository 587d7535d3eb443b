import type { Region } from '../region/Region.js';
import { causeOf, inHundred } from './causeOf.js';
import { impossibleOf } from './impossibleOf.js';
import type { Answer, JudgedPlan } from './Study.js';
import type { Screened } from './screen.js';
import { standingOf } from './standingOf.js';

/** The answer (Z14): the number, its interval, and why fewer do not do; or what is impossible, and the nearest that is not. */
export function answerInWords(
  region: Region,
  screened: readonly Screened[],
  plans: readonly JudgedPlan[],
  isLimited: boolean,
): Answer {
  const { confidence } = region.targets;
  const standing = standingOf(plans, confidence);
  const impossible = impossibleOf(region, screened, plans, standing);
  const { machines, interval } = standing;
  const plan = plans.find((one) => one.machines === machines);
  const fewer = plans.filter((one) => machines !== null && one.machines < machines).at(-1);
  const because: string[] = [];
  if (plan !== undefined) because.push(heldSentence(plan, confidence));
  if (fewer !== undefined && fewer.held < fewer.futures) because.push(`${capital(fewerSentence(region, fewer))}.`);
  if (machines === null) for (const best of plans.slice(-1)) because.push(`${capital(fewerSentence(region, best))}.`);
  if (isLimited) because.push('The limit of simulated futures was reached before the interval was as narrow as asked for.');
  return { machines, interval, sentence: sentenceOf(region, plans, standing, fewer, impossible), because, impossible, isLimited };
}

function sentenceOf(
  region: Region,
  plans: readonly JudgedPlan[],
  { machines, interval }: Pick<Answer, 'machines' | 'interval'>,
  fewer: JudgedPlan | undefined,
  impossible: Answer['impossible'],
): string {
  if (machines === null) return `${impossible?.what ?? 'No number of machines is enough.'} ${impossible?.nearest ?? ''}`.trim();
  const why = fewer === undefined || fewer.held === fewer.futures ? '' : `; ${fewerSentence(region, fewer)}`;
  const over = impossible === null ? '' : ` ${impossible.what} ${impossible.nearest}`;
  return `${countedMachines(machines)}, ${intervalWords(machines, interval, plans.at(-1)?.machines ?? machines)}${why}.${over}`;
}

/** `8 to 10`, `8 or more`, `and no other number is likely`. */
export function intervalWords(machines: number, [low, high]: Answer['interval'], most: number): string {
  if (high === null) return `${Math.min(low, machines)} or more (up to ${most} were looked at)`;
  return low === high ? 'and no other number is likely' : `${low} to ${high}`;
}

export function countedMachines(machines: number): string {
  return machines === 1 ? '1 machine' : `${machines} machines`;
}

function fewerSentence(region: Region, plan: JudgedPlan): string {
  return `with ${plan.machines} the targets fail in ${inHundred(1 - plan.share)} of 100 futures, because ${causeOf(region, plan)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function heldSentence(plan: JudgedPlan, confidence: number): string {
  const [low, high] = plan.interval;
  return `With ${countedMachines(plan.machines)} all targets hold in ${inHundred(plan.share)} of 100 futures (${inHundred(low)} to ${inHundred(high)}); ${inHundred(confidence)} were asked for.`;
}
