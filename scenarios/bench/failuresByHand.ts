import { ln } from '@dosetwin/twin';
import { manyCount, rareCount } from '../src/sizing/simulate/countDraws.js';
import { keyedDraw } from '../src/sizing/simulate/keyedDraw.js';
import type { PlanModel } from '../src/sizing/simulate/PlanModel.js';

/**
 * From failure to failure by hand: stops come at a constant rate, last as long as they do on average, and the visits between are drawn at
 * once. No calendar, no desk, no ticket: what counting between failures can reach at most.
 */
export function failuresByHand(model: PlanModel, stopMinutes: number): { readonly came: number; readonly lost: number } {
  const { machines, days, dosesPerDay, firstPerson, machineKey0, machineKey1, comesBelow, groupOf, chances } = model;
  const horizon = days * 1_440;
  let [came, lost] = [0, 0];
  for (let m = 0; m < machines; m++) {
    const people = (firstPerson[m + 1] as number) - (firstPerson[m] as number);
    const comes = (comesBelow[groupOf[firstPerson[m] as number] as number] as number) / 4294967296;
    const perMinute = (people * dosesPerDay * comes) / 1_440;
    const rate = 1 / chances.failureMinutes + perMinute * chances.jam * chances.jamStops;
    const [k0, k1] = [machineKey0[m] as number, machineKey1[m] as number];
    let index = 0x60000000;
    for (let from = 0; from < horizon; ) {
      const u = (keyedDraw(k0, k1, index++) + 0.5) / 4294967296;
      const stop = Math.min(horizon, from - ln(u) / rate);
      const up = manyCount((stop - from) * perMinute, (stop - from) * perMinute * (1 - comes), keyedDraw(k0, k1, index++));
      const end = Math.min(horizon, stop + stopMinutes);
      const down = manyCount((end - stop) * perMinute, (end - stop) * perMinute * (1 - comes), keyedDraw(k0, k1, index++));
      const jams = rareCount(up * chances.jam * (1 - chances.jamStops), keyedDraw(k0, k1, index++));
      came += up + down;
      lost += down + jams;
      from = end;
    }
  }
  return { came, lost };
}
