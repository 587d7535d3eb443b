import { MIN_PER_DAY } from '@dosetwin/twin';
import { keyedDraw } from './keyedDraw.js';
import { VISIT_DRAW, VISIT_DRAWS } from './Operation.js';
import type { PlanModel } from './PlanModel.js';
import type { DayProfile } from './RegionTables.js';
import type { Tally } from './Tally.js';
import type { VisitQueue } from './VisitQueue.js';
import { outOfHoursBelow, visitMinute } from './visitMinute.js';

/**
 * The visits of a machine's people on a day, put in their order of numbers; `shift` is added to the minutes of its site's clock. Who
 * does not come is counted here.
 */
export function putVisits(model: PlanModel, machine: number, day: number, shift: number, queue: VisitQueue, tally: Tally): void {
  const { firstPerson, dosesPerDay, key0, key1, groupOf, groups, comesBelow, metres, tables, siteOf, ways, chances } = model;
  const season = ways.seasonOn[day] as number;
  const { profiles } = tables.sites[siteOf[machine] as number] as (typeof tables.sites)[number];
  const profile = profiles[day % 7] as DayProfile;
  const outsideBelow = outOfHoursBelow(profile, chances);
  const from = firstPerson[machine] as number;
  const to = firstPerson[machine + 1] as number;
  const midnight = day * MIN_PER_DAY + shift;
  let stayed = 0;
  for (let person = from; person < to; person++) {
    const at = season * groups + (groupOf[person] as number);
    const below = comesBelow[at] as number;
    const [k0, k1] = [key0[person] as number, key1[person] as number];
    for (let window = 0; window < dosesPerDay; window++) {
      const visit = day * dosesPerDay + window;
      const word = keyedDraw(k0, k1, visit * VISIT_DRAWS + VISIT_DRAW.comes);
      if (word >= below) {
        stayed += 1;
        continue;
      }
      const when = keyedDraw(k0, k1, visit * VISIT_DRAWS + VISIT_DRAW.when);
      const minute = visitMinute(profile, when, outsideBelow, window, dosesPerDay);
      tally.travelled_m += metres[at] as number;
      queue.put(midnight + minute, person, machine, visit, word);
    }
  }
  const due = (to - from) * dosesPerDay;
  tally.due += due;
  tally.stayedAway += stayed;
  tally.came += due - stayed;
}
