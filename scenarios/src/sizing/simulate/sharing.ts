import { percent } from '../../phrase/percent.js';
import { way } from './dailyWays.js';
import { WORDS } from './keyedDraw.js';
import type { PlanModel } from './PlanModel.js';

/**
 * Technicians who are busy for more than this share of their hours make faults wait so long that machines cannot be taken one by one:
 * by the simplest queue (M/M/1) a wait is then a third of a trip.
 */
const MOST_BUSY = 0.25;

/** Whether machines have anything to do with each other: technicians, or people who may go on to another. */
export function sharesAnything(model: PlanModel): boolean {
  const { machines, tables, anyMachine } = model;
  return machines > 1 && (tables.technicians.length > 0 || anyMachine.some((one) => one === 1));
}

/** Why a plan must not be run machine by machine in this future, in a sentence; `null` where nothing forbids it. */
export function whyNotMachineByMachine(model: PlanModel): string | null {
  if (!sharesAnything(model)) return null;
  const busy = busyShare(model);
  if (busy <= MOST_BUSY) return null;
  const who = model.tables.technicians.length === 1 ? 'the technician' : 'technicians';
  return `${model.machines} machines share ${who}, who would be on the way or at work for ${percent(Math.round(1_000 * busy), 1_000)} of their hours, and faults would wait for them`;
}

/** Share of the technicians' hours that faults would take, from likely numbers of faults and the nearest technician's way. */
export function busyShare(model: PlanModel): number {
  const { tables, siteOf, ways, chances, machines, keyOnSite, firstPerson } = model;
  const onDuty = tables.technicians.reduce((sum, { clock }) => sum + clock.openMinutes / 7, 0);
  if (onDuty === 0) return 0;
  const season = ways.seasons.indexOf(ways.usual);
  let asked = 0;
  for (let m = 0; m < machines; m++) {
    const site = siteOf[m] as number;
    const place = tables.sites[site]?.place as number;
    const hours = Math.min(...tables.technicians.map((one) => way(ways, season, 'hours', one.place, place)));
    if (!Number.isFinite(hours)) continue;
    const people = { from: firstPerson[m] as number, to: firstPerson[m + 1] as number };
    const faults = visitsADay(model, season, people) * chances.jam + 1_440 / chances.failureMinutes;
    const trips = faults * (1 - chances.remoteFix * (1 - chances.partNeeded)) * (1 - (keyOnSite[site] as number));
    asked += trips * (120 * hours + chances.clearMinutes);
  }
  return asked / onDuty;
}

function visitsADay(
  { groupOf, groups, comesBelow, dosesPerDay }: PlanModel,
  season: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let visits = 0;
  for (let person = from; person < to; person++) {
    visits += (dosesPerDay * (comesBelow[season * groups + (groupOf[person] as number)] as number)) / WORDS;
  }
  return visits;
}
