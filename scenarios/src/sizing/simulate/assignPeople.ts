import type { Ways } from './Ways.js';

/** Machines that opened, as the assignment sees them: where they stand, in the order in which the model numbers them. */
export interface AssignedTo {
  readonly placeOfMachine: Int32Array;
  /** People for whom each has cartridges. */
  readonly room: number;
  readonly furthestKm: number;
  /** People who can be reached at all, by pharmacies and prescribers; infinity where nothing is said. */
  readonly limit: number;
}

/**
 * Z7: each person's machine, or -1: the nearest within reach that has a cartridge left, people in the order of their numbers. Nearest
 * is the least mean distance over the days on which there is a way, and a way on more days goes before a nearer one on fewer.
 */
export function assignPeople(
  placeOf: Int32Array,
  ways: Ways,
  { placeOfMachine, room, furthestKm, limit }: AssignedTo,
): Int32Array {
  const left = new Int32Array(placeOfMachine.length).fill(room);
  const assigned = new Int32Array(placeOf.length).fill(-1);
  const orders = new Map<number, readonly number[]>();
  let reached = 0;
  for (let person = 0; person < placeOf.length && reached < limit; person++) {
    const place = placeOf[person] as number;
    const order = orders.get(place) ?? nearestFirst(place, ways, placeOfMachine, furthestKm);
    orders.set(place, order);
    const machine = order.find((one) => (left[one] as number) > 0);
    if (machine === undefined) continue;
    assigned[person] = machine;
    left[machine] = (left[machine] as number) - 1;
    reached += 1;
  }
  return assigned;
}

function nearestFirst(place: number, ways: Ways, placeOfMachine: Int32Array, furthestKm: number): number[] {
  const daysOf = new Array<number>(ways.periods).fill(0);
  for (const period of ways.periodOfDay) daysOf[period] = (daysOf[period] as number) + 1;
  const reachable: { machine: number; days: number; km: number }[] = [];
  for (const [machine, at] of placeOfMachine.entries()) {
    let [days, sum] = [0, 0];
    for (let period = 0; period < ways.periods; period++) {
      const km = ways.km(period, place, at);
      if (km > furthestKm) continue;
      days += daysOf[period] as number;
      sum += (daysOf[period] as number) * km;
    }
    if (days > 0) reachable.push({ machine, days, km: sum / days });
  }
  reachable.sort((a, b) => b.days - a.days || a.km - b.km || a.machine - b.machine);
  return reachable.map(({ machine }) => machine);
}
