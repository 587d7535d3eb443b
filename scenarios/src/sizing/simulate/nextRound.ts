import { MIN_PER_DAY } from '@dosetwin/twin';
import type { PlanModel } from './PlanModel.js';
import { roundComes } from './roundComes.js';
import { NEVER } from './WeekClock.js';

/** When a machine is next restocked after `minute`, on its site's clock; `NEVER` where no round comes any more. */
export function nextRound(model: PlanModel, machine: number, minute: number): number {
  const { firstRound, region, days } = model;
  const every = region.services.restockEveryDays;
  for (let day = firstRound[machine] as number; day < days; day += every) {
    if (day * MIN_PER_DAY > minute && roundComes(model, machine, day)) return day * MIN_PER_DAY;
  }
  return NEVER;
}
