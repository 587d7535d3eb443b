import { Crew } from '../src/sizing/simulate/Crew.js';
import { keyedDraw, WORDS } from '../src/sizing/simulate/keyedDraw.js';
import type { PlanModel } from '../src/sizing/simulate/PlanModel.js';
import type { ByHand } from './ByHand.js';
import { DAY, HandMachines } from './HandMachines.js';
import { minuteByHand } from './minuteByHand.js';

const NEVER = 1e15;

/** All machines in one order of time: each day's visits sorted by their minutes, events between them. */
export function visitsByHand(model: PlanModel): ByHand {
  const { machines, days, dosesPerDay, firstPerson, key0, key1, groupOf, comesBelow, jamBelow, palmBelow, chances } = model;
  const hand = new HandMachines(model, new Crew(model));
  const { stock, jammed, isDown, due } = hand;
  const outBelow = chances.outOfHours * 65_536;
  const stopsBelow = chances.jamStops * WORDS;
  const most = key0.length * dosesPerDay;
  const [minutes, persons, owners, words] = [
    new Int32Array(most),
    new Int32Array(most),
    new Int32Array(most),
    new Float64Array(most),
  ];
  const numbers = new Int32Array(most);
  const sorted = new Int32Array(most);
  const starts = new Int32Array(DAY + 1);
  let [came, served, down, jam, empty, palm] = [0, 0, 0, 0, 0, 0];
  let nextAt = Math.min(...due);
  for (let day = 0; day < days; day++) {
    starts.fill(0);
    let count = 0;
    for (let m = 0; m < machines; m++) {
      for (let p = firstPerson[m] as number; p < (firstPerson[m + 1] as number); p++) {
        const below = comesBelow[groupOf[p] as number] as number;
        const [k0, k1] = [key0[p] as number, key1[p] as number];
        for (let w = 0; w < dosesPerDay; w++) {
          const visit = day * dosesPerDay + w;
          const word = keyedDraw(k0, k1, visit * 8);
          if (word >= below) continue;
          const minute = minuteByHand(keyedDraw(k0, k1, visit * 8 + 1), outBelow, w, dosesPerDay);
          minutes[count] = minute;
          persons[count] = p;
          owners[count] = m;
          words[count] = word;
          numbers[count] = visit;
          starts[minute + 1] = (starts[minute + 1] as number) + 1;
          count += 1;
        }
      }
    }
    for (let i = 0; i < DAY; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
    for (let i = 0; i < count; i++) {
      const minute = minutes[i] as number;
      sorted[starts[minute] as number] = i;
      starts[minute] = (starts[minute] as number) + 1;
    }
    came += count;
    const morning = day * DAY;
    for (let i = 0; i < count; i++) {
      const entry = sorted[i] as number;
      const minute = morning + (minutes[entry] as number);
      while (nextAt <= minute) nextAt = passEvent(hand, nextAt);
      const [p, m, word] = [persons[entry] as number, owners[entry] as number, words[entry] as number];
      const group = groupOf[p] as number;
      if (isDown[m] === 1) down += 1;
      else if (word < (palmBelow[group] as number)) palm += 1;
      else if (jammed[p] === 1) jam += 1;
      else if (stock[p] === 0) empty += 1;
      else if (word >= (jamBelow[group] as number)) {
        stock[p] = (stock[p] as number) - 1;
        served += 1;
      } else {
        jam += 1;
        stock[p] = (stock[p] as number) - 1;
        jammed[p] = 1;
        const index = (numbers[entry] as number) * 8 + 2;
        hand.fault(m, minute, keyedDraw(key0[p] as number, key1[p] as number, index) < stopsBelow, false);
        nextAt = Math.min(nextAt, due[m] as number);
      }
    }
    while (nextAt < morning + DAY) nextAt = passEvent(hand, nextAt);
  }
  return { came, served, lostToDown: down, lostToJam: jam, lostToEmpty: empty, lostToPalm: palm };
}

/** The first machine whose event is due takes it; when the next of all is due. */
function passEvent(hand: HandMachines, at: number): number {
  const { due } = hand;
  hand.event(due.indexOf(at));
  let next = NEVER;
  for (let m = 0; m < due.length; m++) if ((due[m] as number) < next) next = due[m] as number;
  return next;
}
